package dev.offheap.bin.command;

import dev.offheap.bin.ExitCode;
import dev.offheap.parser.InputException;
import dev.offheap.reports.Report;
import dev.offheap.reports.json.ReportReader;
import java.nio.file.Path;
import java.util.List;

/** A report from where a person has it: the JSON of an earlier run, or the captures to make it of. */
final class ReportSource {
    private ReportSource() {}

    /**
     * Reads or makes a report.
     *
     * @param name a JSON report, a capture, or the folder of one incident
     * @throws FailedException when it is none of these
     */
    static Report read(String name, Analyzer analyzer, Console console) {
        Path path = Path.of(name);
        if (!ReportReader.isReport(path)) {
            return analyzer.analyze(List.of(path), console).report();
        }
        return readJson(path);
    }

    /** Reads a report that an earlier run wrote as JSON. */
    static Report readJson(Path file) {
        try {
            return ReportReader.read(file);
        } catch (InputException e) {
            throw new FailedException(ExitCode.FAILED, e.getMessage());
        }
    }
}
