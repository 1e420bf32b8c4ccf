package dev.offheap.bin.command;

import dev.offheap.bin.ExitCode;
import dev.offheap.classifiers.catalog.Catalog;
import dev.offheap.classifiers.catalog.CatalogException;
import dev.offheap.classifiers.catalog.CatalogReader;
import java.nio.file.Path;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code --catalog DIR}: a person's own libraries beside those that come with the tool. */
final class CatalogOption {
    private CatalogOption() {}

    static void addTo(Options options) {
        options.addOption(Option.builder()
                .longOpt("catalog")
                .hasArg()
                .argName("DIR")
                .desc("folder of catalog files of your own; an entry of the same id replaces a bundled one")
                .get());
    }

    static Catalog read(CommandLine line) {
        Catalog bundled = CatalogReader.bundled();
        if (!line.hasOption("catalog")) {
            return bundled;
        }
        try {
            return bundled.with(CatalogReader.folder(Path.of(line.getOptionValue("catalog"))));
        } catch (CatalogException e) {
            throw new FailedException(ExitCode.FAILED, e.getMessage());
        }
    }
}
