package dev.offheap.bin.command;

import dev.offheap.bin.Version;
import dev.offheap.classifiers.Assessor;
import dev.offheap.parser.Evidence;
import dev.offheap.parser.InputFile;
import dev.offheap.parser.capture.EvidenceReader;
import dev.offheap.reports.Report;
import dev.offheap.reports.ReportBuilder;
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

    /**
     * A report, and whether an input failed that it does without.
     *
     * @param failed true when the command must not end with {@link dev.offheap.bin.ExitCode#DONE}
     */
    record Outcome(Report report, boolean failed) {}

    Analyzer(CommandLine line) {
        engine = Engine.of(line.getOptionValue("engine"));
        assessor = new Assessor(CatalogOption.read(line));
    }

    static void addTo(Options options) {
        CatalogOption.addTo(options);
        options.addOption(Option.builder()
                .longOpt("engine")
                .hasArg()
                .argName("NAME")
                .desc("reader of heap dumps: " + Engine.names())
                .get());
    }

    /**
     * Analyses files, and folders of one incident each.
     *
     * @throws NothingReadException when nothing of them could be read
     */
    Outcome analyze(List<Path> inputs, Console console) {
        try (Evidence evidence = EvidenceReader.read(inputs, EvidenceReader.Options.with(engine.reader(console)))) {
            evidence.warnings()
                    .forEach(warning -> console.note(
                            warning.input().map(input -> input + ": ").orElse("") + warning.message()));
            if (evidence.inputs().stream().noneMatch(input -> COUNTS.contains(input.status()))) {
                throw new NothingReadException(evidence.warnings());
            }
            Report report = new ReportBuilder(Version.current()).build(assessor.assess(evidence));
            return new Outcome(
                    report, evidence.inputs().stream().anyMatch(input -> input.status() == InputFile.Status.FAILED));
        }
    }
}
