package dev.offheap.bin.command;

import dev.offheap.bin.ExitCode;
import dev.offheap.classifiers.catalog.Catalog;
import dev.offheap.classifiers.catalog.CatalogException;
import dev.offheap.classifiers.catalog.CatalogReader;
import dev.offheap.classifiers.catalog.Library;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code offheap catalog}: the libraries that are known. */
public final class CatalogCommand implements Command {
    @Override
    public String name() {
        return "catalog";
    }

    @Override
    public String arguments() {
        return "";
    }

    @Override
    public String summary() {
        return "lists the libraries it knows, or checks a catalog file of your own";
    }

    @Override
    public String example() {
        return "offheap catalog --check my-library.yaml";
    }

    @Override
    public Options options() {
        Options options = new Options();
        options.addOption(Option.builder()
                .longOpt("check")
                .hasArg()
                .argName("FILE")
                .desc("say whether this catalog file is right, and if not where and why")
                .get());
        CatalogOption.addTo(options);
        return options;
    }

    @Override
    public int run(CommandLine line, Console console) {
        if (line.hasOption("check")) {
            return check(Path.of(line.getOptionValue("check")), console);
        }
        Catalog catalog = CatalogOption.read(line);
        console.out()
                .printf("%-22s %-8s %-17s %-8s %-11s %s%n", "ID", "RUNTIME", "CATEGORY", "RISK", "CHECKED", "NAME");
        for (Library library : catalog.libraries()) {
            if (!library.transparent()) {
                console.out()
                        .printf(
                                "%-22s %-8s %-17s %-8s %-11s %s%n",
                                library.id(),
                                library.runtime().name().toLowerCase(Locale.ROOT),
                                library.category(),
                                library.risk().name().toLowerCase(Locale.ROOT),
                                library.checked().name().toLowerCase(Locale.ROOT),
                                library.name());
            }
        }
        return ExitCode.DONE;
    }

    private static int check(Path file, Console console) {
        try {
            Library library = CatalogReader.file(file);
            console.out()
                    .println(library.id() + ": right, " + library.memory().size() + " memory rules, "
                            + library.findings().size() + " findings");
            return ExitCode.DONE;
        } catch (CatalogException e) {
            throw new FailedException(ExitCode.FAILED, e.getMessage());
        }
    }
}
