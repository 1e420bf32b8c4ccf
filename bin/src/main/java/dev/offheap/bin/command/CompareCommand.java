package dev.offheap.bin.command;

import dev.offheap.bin.ExitCode;
import dev.offheap.bin.Version;
import dev.offheap.reports.Report;
import dev.offheap.reports.compare.Comparer;
import dev.offheap.reports.compare.Comparison;
import dev.offheap.reports.compare.ComparisonHtml;
import dev.offheap.reports.compare.ComparisonMarkdown;
import dev.offheap.reports.json.JsonReport;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code offheap compare}: what grew between two incidents, and whether a fix gave back what it promised. */
public final class CompareCommand implements Command {
    private static final String USUAL_HTML = "offheap-comparison.html";

    @Override
    public String name() {
        return "compare";
    }

    @Override
    public String arguments() {
        return "BEFORE AFTER";
    }

    @Override
    public String summary() {
        return "says what grew between two incidents or JSON reports, and what a fix gave back";
    }

    @Override
    public String example() {
        return "offheap compare before.json incident-after/ -o comparison.html";
    }

    @Override
    public Options options() {
        Options options = new Options();
        Outputs.addTo(options, USUAL_HTML);
        PrivacyOption.addTo(options);
        Analyzer.addTo(options);
        return options;
    }

    @Override
    public int run(CommandLine line, Console console) {
        if (line.getArgList().size() != 2) {
            throw new FailedException(
                    ExitCode.USAGE, "compare needs two incidents or JSON reports; see 'offheap help compare'");
        }
        Outputs<Comparison> outputs = new Outputs<Comparison>(line)
                .add("json", JsonReport::any)
                .add("markdown", ComparisonMarkdown::write)
                .html(USUAL_HTML, ComparisonHtml::write);
        Analyzer analyzer = new Analyzer(line);
        PrivacyOption privacy = new PrivacyOption(line);
        String beforeName = line.getArgList().get(0);
        String afterName = line.getArgList().get(1);
        Report before = ReportSource.read(beforeName, analyzer, console);
        Report after = ReportSource.read(afterName, analyzer, console);
        outputs.keeping(List.of(Path.of(beforeName)), before).keeping(List.of(Path.of(afterName)), after);
        Comparison comparison =
                Comparer.compare(privacy.apply(before, List.of()), privacy.apply(after, List.of()), Version.current());
        outputs.write(comparison, comparison.verdict(), console);
        return ExitCode.DONE;
    }
}
