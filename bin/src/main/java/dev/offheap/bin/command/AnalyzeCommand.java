package dev.offheap.bin.command;

import dev.offheap.bin.ExitCode;
import dev.offheap.bin.Version;
import dev.offheap.classifiers.Assessor;
import dev.offheap.parser.Evidence;
import dev.offheap.parser.InputFile;
import dev.offheap.parser.capture.EvidenceReader;
import dev.offheap.reports.ReportBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code offheap analyze}: the files of one incident, one report. */
public final class AnalyzeCommand implements Command {
    private static final Set<InputFile.Status> COUNTS = Set.of(InputFile.Status.READ, InputFile.Status.PARTIAL);

    @Override
    public String name() {
        return "analyze";
    }

    @Override
    public String arguments() {
        return "INPUT...";
    }

    @Override
    public String summary() {
        return "reads the files or the folder of one incident and writes its report";
    }

    @Override
    public String example() {
        return "offheap analyze heap.hprof nmt.txt smaps.txt -o report.html";
    }

    @Override
    public Options options() {
        Options options = new Options();
        ReportOptions.addTo(options);
        CatalogOption.addTo(options);
        options.addOption(Option.builder()
                .longOpt("engine")
                .hasArg()
                .argName("NAME")
                .desc("reader of heap dumps: " + Engine.names())
                .get());
        return options;
    }

    @Override
    public int run(CommandLine line, Console console) {
        if (line.getArgList().isEmpty()) {
            throw new FailedException(
                    ExitCode.USAGE, "analyze needs at least one file or folder; see 'offheap help analyze'");
        }
        Engine engine = Engine.of(line.getOptionValue("engine"));
        Assessor assessor = new Assessor(CatalogOption.read(line));
        ReportOptions outputs = new ReportOptions(line);
        List<Path> inputs = line.getArgList().stream().map(Path::of).toList();
        try (Evidence evidence = EvidenceReader.read(inputs, EvidenceReader.Options.with(engine.reader(console)))) {
            evidence.warnings()
                    .forEach(warning -> console.note(
                            warning.input().map(input -> input + ": ").orElse("") + warning.message()));
            if (evidence.inputs().stream().noneMatch(input -> COUNTS.contains(input.status()))) {
                throw new FailedException(
                        ExitCode.FAILED,
                        "no input could be read, so there is no report; pass a heap dump, NMT text or a process map");
            }
            outputs.write(new ReportBuilder(Version.current()).build(assessor.assess(evidence)), console);
            boolean failed = evidence.inputs().stream().anyMatch(input -> input.status() == InputFile.Status.FAILED);
            return failed ? ExitCode.FAILED : ExitCode.DONE;
        }
    }
}
