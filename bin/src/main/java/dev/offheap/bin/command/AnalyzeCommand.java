package dev.offheap.bin.command;

import dev.offheap.bin.ExitCode;
import dev.offheap.reports.Report;
import dev.offheap.reports.html.HtmlReport;
import dev.offheap.reports.json.JsonReport;
import dev.offheap.reports.markdown.MarkdownReport;
import dev.offheap.reports.sarif.SarifReport;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code offheap analyze}: the files of one incident, one report. */
public final class AnalyzeCommand implements Command {
    private static final String USUAL_HTML = "offheap-report.html";

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
        Outputs.addTo(options, USUAL_HTML);
        options.addOption(Option.builder()
                .longOpt("sarif")
                .hasArg()
                .argName("FILE")
                .desc("findings and breaches for code-review systems, SARIF 2.1.0; - is standard output")
                .get());
        options.addOption(Option.builder()
                .longOpt("source-map")
                .hasArg()
                .argName("FILE")
                .desc("source map of a bundled script of Node.js; may be given several times, or as an input")
                .get());
        BudgetOption.addTo(options);
        PrivacyOption.addTo(options);
        Analyzer.addTo(options);
        return options;
    }

    @Override
    public int run(CommandLine line, Console console) {
        if (line.getArgList().isEmpty()) {
            throw new FailedException(
                    ExitCode.USAGE, "analyze needs at least one file or folder; see 'offheap help analyze'");
        }
        Analyzer analyzer = new Analyzer(line);
        BudgetOption budget = new BudgetOption(line);
        PrivacyOption privacy = new PrivacyOption(line);
        Outputs<Report> outputs = new Outputs<Report>(line)
                .add("json", JsonReport::write)
                .add("markdown", MarkdownReport::write)
                .add("sarif", SarifReport::write)
                .html(USUAL_HTML, HtmlReport::write);
        List<Path> inputs = Stream.concat(
                        line.getArgList().stream(),
                        Stream.ofNullable(line.getOptionValues("source-map")).flatMap(Stream::of))
                .map(Path::of)
                .toList();
        Analyzer.Outcome outcome = analyzer.analyze(inputs, console);
        Report report = privacy.apply(budget.check(outcome.report()), inputs);
        outputs.keeping(inputs, outcome.report()).write(report, report.verdict(), console);
        return BudgetOption.verdict(report, outcome.failed() ? ExitCode.FAILED : ExitCode.DONE, console);
    }
}
