package dev.offheap.bin.browser;

import dev.offheap.bin.Cli;
import dev.offheap.bin.EveryKind;
import dev.offheap.bin.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Pages of every kind, made by the command: of every capture alone, of a batch of them, and comparisons. */
public final class Pages {
    /** As long as the package that it stands for, so that a dump keeps its lengths. */
    static final String HOSTILE = "<img src=x onerror=pw()>";

    private static final String PLAIN = "plainplainplainplainplai";
    private static final String PACKAGE = "com/example/orders/cache";

    private final Path folder;

    Pages(Path folder) throws IOException {
        this.folder = folder;
        batch(EveryKind.in(folder.resolve("night")), "batch");
        batch(named(HOSTILE), "hostile");
        batch(named(PLAIN), "plain");
        compare("batch", "orders", "hs-err");
        compare("batch", "memory", "node");
        compare("hostile", "dump", "vm-info");
        compare("plain", "dump", "vm-info");
    }

    /** The same night with another name for a package, a script, a file, a module and an incident. */
    private Path named(String name) throws IOException {
        Path night = EveryKind.in(
                folder.resolve("night of " + name),
                content -> content.startsWith("JAVA PROFILE")
                        ? content.replace(PACKAGE, name)
                        : content.replace("cache.js", name + ".js")
                                .replace("prices.bin", name + ".bin")
                                .replace("\"name\": \"better-sqlite3\"", "\"name\": \"</script>" + name + "\""));
        Files.move(night.resolve("smaps"), night.resolve("zz" + name)); // last in order, whatever the name
        for (String large : List.of("node", "orders")) {
            // What stands in them stands in others, too.
            Files.move(night.resolve(large), folder.resolve(large + " of " + name));
        }
        return night;
    }

    private void batch(Path night, String to) throws IOException {
        Path budget = Files.writeString(folder.resolve("budget.yaml"), "rss: 1 MiB\nowners: {netty: 1 MiB}\n");
        offheap(ExitCode.PART_FAILED, "batch", night, "-o", folder.resolve(to), "--budget", budget);
    }

    private void compare(String batch, String before, String after) {
        Path incidents = folder.resolve(batch).resolve("incidents");
        offheap(
                ExitCode.DONE,
                "compare",
                incidents.resolve(before).resolve("report.json"),
                incidents.resolve(after).resolve("report.json"),
                "-o",
                folder.resolve(batch).resolve(before + "-" + after + ".html"));
    }

    private static void offheap(int code, Object... words) {
        Cli cli = new Cli();
        if (cli.run(words) != code) {
            throw new IllegalStateException(cli.err());
        }
    }

    /** Of every kind, with the usual names. */
    List<URI> all() {
        return pages("batch");
    }

    /** The same with names that want to be more than names. */
    List<URI> hostile() {
        return pages("hostile");
    }

    /** The same with names just as long that want nothing; in the same order. */
    List<URI> plain() {
        return pages("plain");
    }

    /** By folder, so that the order is the same whatever the one incident is called. */
    private List<URI> pages(String batch) {
        try (Stream<Path> files = Files.walk(folder.resolve(batch))) {
            List<URI> pages = new ArrayList<>();
            files.filter(file -> file.toString().endsWith(".html")).sorted().forEach(file -> pages.add(file.toUri()));
            return pages;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** That of the bundled demo. */
    URI report() {
        return folder.resolve("batch/incidents/orders/report.html").toUri();
    }

    /** The index of the batch. */
    URI index() {
        return folder.resolve("batch/index.html").toUri();
    }

    Path folder() {
        return folder;
    }
}
