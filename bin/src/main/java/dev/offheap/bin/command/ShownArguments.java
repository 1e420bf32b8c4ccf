package dev.offheap.bin.command;

import dev.offheap.parser.capture.LaunchArguments;
import dev.offheap.reports.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A report that says what the process was started with, for whoever asked for that. */
final class ShownArguments {
    private static final Set<String> TELL = Set.of("hs-err", "vm-info", "node-report");

    private ShownArguments() {}

    /** The same report where no input tells. */
    static Report in(Report report, List<Path> passed) {
        return report.inputs().stream()
                .filter(input -> TELL.contains(input.kind()))
                .flatMap(input -> ShownPaths.file(input.name(), passed).stream())
                .map(ShownArguments::read)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .map(report::withArguments)
                .orElse(report);
    }

    /** What could be read once is read again; should that fail, the report is whole without it. */
    private static List<String> read(Path file) {
        try {
            return LaunchArguments.read(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
