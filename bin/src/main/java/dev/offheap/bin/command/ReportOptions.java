package dev.offheap.bin.command;

import dev.offheap.reports.Report;
import dev.offheap.reports.html.HtmlReport;
import dev.offheap.reports.json.JsonReport;
import dev.offheap.reports.markdown.MarkdownReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** The options that say which reports are written where. */
final class ReportOptions {
    static final String DEFAULT_HTML = "offheap-report.html";

    private record Output(OutputFile file, Function<Report, String> format) {}

    private final List<Output> outputs = new ArrayList<>();
    private final String html;

    ReportOptions(CommandLine line) {
        boolean force = line.hasOption("force");
        html = line.getOptionValue(
                "output", line.hasOption("json") || line.hasOption("markdown") ? null : DEFAULT_HTML);
        add(html, force, HtmlReport::write);
        add(line.getOptionValue("json"), force, JsonReport::write);
        add(line.getOptionValue("markdown"), force, MarkdownReport::write);
        outputs.forEach(output -> output.file().check());
    }

    private void add(String name, boolean force, Function<Report, String> format) {
        if (name != null) {
            outputs.add(new Output(new OutputFile(name, force), format));
        }
    }

    static void addTo(Options options) {
        options.addOption(Option.builder("o")
                .longOpt("output")
                .hasArg()
                .argName("FILE")
                .desc("HTML report; " + DEFAULT_HTML + " when no output is named; - is standard output")
                .get());
        options.addOption(Option.builder()
                .longOpt("json")
                .hasArg()
                .argName("FILE")
                .desc("JSON report; - is standard output")
                .get());
        options.addOption(Option.builder()
                .longOpt("markdown")
                .hasArg()
                .argName("FILE")
                .desc("summary for a ticket; - is standard output")
                .get());
        options.addOption(Option.builder("f")
                .longOpt("force")
                .desc("replace outputs that exist")
                .get());
        options.addOption(
                Option.builder("q").longOpt("quiet").desc("print errors only").get());
    }

    /** Writes all outputs, then says what the report says and where it is, unless a report went to standard output. */
    void write(Report report, Console console) {
        outputs.forEach(output -> output.file().write(output.format().apply(report), console));
        if (outputs.stream().noneMatch(output -> output.file().isStdout()) && !console.quiet()) {
            console.out().println(report.verdict());
            outputs.forEach(
                    output -> console.out().println("Report: " + output.file().name()));
        }
    }
}
