package dev.offheap.bin.command;

import dev.offheap.bin.ExitCode;
import dev.offheap.parser.InputException;
import dev.offheap.reports.Report;
import dev.offheap.reports.budget.Budget;
import dev.offheap.reports.budget.BudgetCheck;
import dev.offheap.reports.budget.BudgetReader;
import java.nio.file.Path;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code --budget FILE} and {@code --baseline FILE}: a gate. Read before the work, so that a wrong file costs no wait. */
final class BudgetOption {
    private final Budget budget;
    private final Report baseline;

    BudgetOption(CommandLine line) {
        budget = line.hasOption("budget") ? read(Path.of(line.getOptionValue("budget"))) : null;
        baseline = line.hasOption("baseline") ? ReportSource.readJson(Path.of(line.getOptionValue("baseline"))) : null;
        if (baseline != null && budget == null) {
            throw new FailedException(
                    ExitCode.USAGE, "--baseline needs --budget; to see what grew use 'offheap compare'");
        }
    }

    static void addTo(Options options) {
        options.addOption(Option.builder()
                .longOpt("budget")
                .hasArg()
                .argName("FILE")
                .desc("YAML file of limits; exit code 3 and a line for each that is not kept")
                .get());
        options.addOption(Option.builder()
                .longOpt("baseline")
                .hasArg()
                .argName("FILE")
                .desc("earlier JSON report, for the budget's limits on growth")
                .get());
    }

    private static Budget read(Path file) {
        try {
            return BudgetReader.read(file);
        } catch (InputException e) {
            throw new FailedException(ExitCode.FAILED, e.getMessage());
        }
    }

    /** The report with what came of the limits; as it is when there are none. */
    Report check(Report report) {
        return budget == null ? report : report.withBudget(BudgetCheck.check(budget, report, baseline));
    }

    /** Prints a line for each limit that is not kept, and says which exit code that makes of another. */
    static int verdict(Report report, int otherwise, Console console) {
        if (report.budget() == null || report.budget().breaches().isEmpty()) {
            return otherwise;
        }
        report.budget().breaches().forEach(breach -> console.error("over budget: " + breach.message()));
        return ExitCode.OVER_BUDGET;
    }
}
