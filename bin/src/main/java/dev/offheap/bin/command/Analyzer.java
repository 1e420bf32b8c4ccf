package dev.offheap.bin.command;

import dev.offheap.bin.ExitCode;
import dev.offheap.bin.Version;
import dev.offheap.classifiers.Assessment;
import dev.offheap.classifiers.Assessor;
import dev.offheap.parser.Evidence;
import dev.offheap.parser.InputFile;
import dev.offheap.parser.Limits;
import dev.offheap.parser.capture.EvidenceReader;
import dev.offheap.reports.Report;
import dev.offheap.reports.ReportBuilder;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** From the files of one incident to its report, with the options that all commands have which do that. */
final class Analyzer {
    private static final Set<InputFile.Status> COUNTS = Set.of(InputFile.Status.READ, InputFile.Status.PARTIAL);

    private final Engine engine;
    private final Assessor assessor;
    private final Limits limits;

    /**
     * A report, and whether an input failed that it does without.
     *
     * @param failed true when the command must not end with {@link dev.offheap.bin.ExitCode#DONE}
     */
    record Outcome(Report report, boolean failed) {}

    Analyzer(CommandLine line) {
        engine = Engine.of(line.getOptionValue("engine"));
        assessor = new Assessor(CatalogOption.read(line));
        limits = LimitsOption.of(line);
    }

    static void addTo(Options options) {
        CatalogOption.addTo(options);
        options.addOption(Option.builder()
                .longOpt("engine")
                .hasArg()
                .argName("NAME")
                .desc("reader of heap dumps: " + Engine.names())
                .get());
        LimitsOption.addTo(options);
    }

    /**
     * Analyses files, and folders of one incident each.
     *
     * @throws NothingReadException when nothing of them could be read
     * @throws FailedException when it takes too long, or a file changes meanwhile
     */
    Outcome analyze(List<Path> inputs, Console console) {
        return TimeLimit.within(limits.time(), () -> read(inputs, console));
    }

    private Outcome read(List<Path> inputs, Console console) {
        EvidenceReader.Options options = EvidenceReader.Options.with(engine.reader(limits, console), limits);
        try (Evidence evidence = EvidenceReader.read(inputs, options)) {
            evidence.warnings()
                    .forEach(warning -> console.note(
                            warning.input().map(input -> input + ": ").orElse("") + warning.message()));
            if (evidence.inputs().stream().noneMatch(input -> COUNTS.contains(input.status()))) {
                throw new NothingReadException(evidence.warnings());
            }
            Report report = new ReportBuilder(Version.current()).build(assess(evidence));
            return new Outcome(
                    report, evidence.inputs().stream().anyMatch(input -> input.status() == InputFile.Status.FAILED));
        }
    }

    /** Objects of the dump are read while it is assessed: until then it must stay what it was. */
    private Assessment assess(Evidence evidence) {
        try {
            Assessment assessment = assessor.assess(evidence);
            requireUnchanged(evidence);
            return assessment;
        } catch (RuntimeException e) {
            requireUnchanged(evidence);
            if (e instanceof UncheckedIOException failure) {
                throw new FailedException(
                        ExitCode.FAILED,
                        "reading the heap dump failed (" + failure.getCause()
                                + "); copy it to a local disk and try again");
            }
            throw e;
        }
    }

    /** Of texts it was said already, and they are not read again; their figures are in the report. */
    private static void requireUnchanged(Evidence evidence) {
        evidence.heapChange().ifPresent(change -> {
            throw new FailedException(ExitCode.FAILED, change);
        });
    }
}
