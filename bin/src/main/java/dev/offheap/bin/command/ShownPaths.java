package dev.offheap.bin.command;

import dev.offheap.reports.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A report that names its inputs by their full paths, for whoever asked for that. */
final class ShownPaths {
    private ShownPaths() {}

    static Report in(Report report, List<Path> passed) {
        return report.withInputs(report.inputs().stream()
                .map(input -> new Report.Input(
                        path(input.name(), passed),
                        input.kind(),
                        input.bytes(),
                        input.sha256(),
                        input.status(),
                        input.note()))
                .toList());
    }

    private static String path(String name, List<Path> passed) {
        return file(name, passed)
                .map(file -> file.toAbsolutePath().normalize().toString())
                .orElse(name);
    }

    /** Where the input of that name lies. */
    static Optional<Path> file(String name, List<Path> passed) {
        return passed.stream()
                .map(input -> Files.isDirectory(input) ? input.resolve(name) : input)
                .filter(file -> Files.exists(file) && file.toAbsolutePath().endsWith(name))
                .findFirst();
    }
}
