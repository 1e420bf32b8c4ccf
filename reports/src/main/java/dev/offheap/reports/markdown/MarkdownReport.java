package dev.offheap.reports.markdown;

import dev.offheap.classifiers.Sizes;
import dev.offheap.reports.Report;
import java.util.List;

/** The verdict, the largest owners, the first actions and what is not known: what fits on a ticket. */
public final class MarkdownReport {
    private static final int OWNERS = 5;
    private static final int ACTIONS = 3;
    private static final int BREACHES = 20;
    private static final int WARNINGS = 20;
    private static final int ARGUMENTS = 50;

    private final Markdown out = new Markdown();

    private MarkdownReport() {}

    public static String write(Report report) {
        MarkdownReport markdown = new MarkdownReport();
        if (report.privacy() != null && !report.privacy().shown().isEmpty()) {
            markdown.out
                    .line("> This summary shows what others leave out: "
                            + String.join(", ", report.privacy().shown()) + ".")
                    .line("");
        }
        markdown.out.bold(report.verdict());
        markdown.budget(report.budget());
        markdown.owners(report);
        markdown.actions(report);
        markdown.warnings(report.warnings());
        markdown.arguments(report.subject().arguments());
        int inputs = report.inputs().size();
        markdown.out.footer(report.tool(), inputs + (inputs == 1 ? " input" : " inputs"));
        return markdown.out.toString();
    }

    private void budget(Report.Budget budget) {
        if (budget == null) {
            return;
        }
        out.line("");
        if (budget.breaches().isEmpty()) {
            out.line("Within budget.");
        } else {
            out.line("### Over budget").line("");
            budget.breaches().stream()
                    .limit(BREACHES)
                    .forEach(breach -> out.line("- " + Markdown.escape(breach.message())));
            out.showing(BREACHES, budget.breaches().size(), "limits");
        }
    }

    private void owners(Report report) {
        if (report.owners().isEmpty()) {
            return;
        }
        out.line("")
                .line("| Owner | Native memory | Range | Known how | Held for |")
                .line("|---|---:|---:|---|---|");
        for (Report.Owner owner : report.owners().stream().limit(OWNERS).toList()) {
            String heldFor = owner.heldFor().isEmpty()
                    ? ""
                    : Markdown.code(owner.heldFor().get(0).owner().replaceFirst("^app:", ""));
            String size = Sizes.text(owner.bytes());
            String range = Sizes.range(owner.lowBytes(), owner.highBytes());
            out.line("| " + Markdown.escape(owner.name()) + " | " + size + " | " + (range.equals(size) ? "" : range)
                    + " | " + owner.basis() + " | " + heldFor + " |");
        }
        out.showing(OWNERS, report.owners().size(), "owners");
    }

    private void actions(Report report) {
        List<Report.Finding> open = report.findings().stream()
                .filter(finding -> finding.status().equals("open"))
                .limit(ACTIONS)
                .toList();
        if (open.isEmpty()) {
            return;
        }
        out.line("").line("### What to do first").line("");
        int number = 1;
        for (Report.Finding finding : open) {
            out.line(number++ + ". " + Markdown.escape(finding.advice().summary()) + " Gives back "
                    + Sizes.range(finding.saving().lowBytes(), finding.saving().highBytes())
                    + ". (" + Markdown.escape(finding.title()) + ")");
        }
    }

    private void arguments(List<String> words) {
        if (words == null) {
            return;
        }
        out.line("").line("### Started with").line("");
        words.stream().limit(ARGUMENTS).forEach(word -> out.line("- " + Markdown.code(word)));
        out.showing(ARGUMENTS, words.size(), "arguments");
    }

    private void warnings(List<Report.Warning> warnings) {
        if (warnings.isEmpty()) {
            return;
        }
        out.line("").line("### What is not known").line("");
        warnings.stream()
                .limit(WARNINGS)
                .forEach(warning ->
                        out.line("- " + (warning.input() == null ? "" : Markdown.code(warning.input()) + ": ")
                                + Markdown.escape(warning.message())));
        out.showing(WARNINGS, warnings.size(), "warnings");
    }
}
