package dev.offheap.reports.markdown;

import dev.offheap.classifiers.Sizes;
import dev.offheap.reports.Report;
import java.util.List;

/** The verdict, the largest owners, the first actions and what is not known: what fits on a ticket. */
public final class MarkdownReport {
    private static final int OWNERS = 5;
    private static final int ACTIONS = 3;

    private final StringBuilder out = new StringBuilder();

    private MarkdownReport() {}

    public static String write(Report report) {
        MarkdownReport markdown = new MarkdownReport();
        markdown.out.append("**").append(escape(report.verdict())).append("**\n");
        markdown.owners(report);
        markdown.actions(report);
        markdown.warnings(report.warnings());
        markdown.footer(report);
        return markdown.out.toString();
    }

    private void owners(Report report) {
        if (report.owners().isEmpty()) {
            return;
        }
        out.append("\n| Owner | Native memory | Range | Known how | Held for |\n|---|---:|---:|---|---|\n");
        for (Report.Owner owner : report.owners().stream().limit(OWNERS).toList()) {
            String heldFor =
                    owner.heldFor().isEmpty() ? "" : code(owner.heldFor().get(0).owner());
            out.append("| ")
                    .append(escape(owner.name()))
                    .append(" | ")
                    .append(Sizes.text(owner.bytes()))
                    .append(" | ")
                    .append(Sizes.range(owner.lowBytes(), owner.highBytes()))
                    .append(" | ")
                    .append(owner.basis())
                    .append(" | ")
                    .append(heldFor)
                    .append(" |\n");
        }
        if (report.owners().size() > OWNERS) {
            out.append("\nShowing ")
                    .append(OWNERS)
                    .append(" of ")
                    .append(report.owners().size())
                    .append(" owners.\n");
        }
    }

    private void actions(Report report) {
        List<Report.Finding> open = report.findings().stream()
                .filter(finding -> finding.status().equals("open"))
                .limit(ACTIONS)
                .toList();
        if (open.isEmpty()) {
            return;
        }
        out.append("\n### What to do first\n\n");
        int number = 1;
        for (Report.Finding finding : open) {
            out.append(number++)
                    .append(". ")
                    .append(escape(finding.advice().summary()))
                    .append(" Gives back ")
                    .append(Sizes.range(
                            finding.saving().lowBytes(), finding.saving().highBytes()))
                    .append(". (")
                    .append(escape(finding.title()))
                    .append(")\n");
        }
    }

    private void warnings(List<Report.Warning> warnings) {
        if (warnings.isEmpty()) {
            return;
        }
        out.append("\n### What is not known\n\n");
        warnings.forEach(warning -> out.append("- ")
                .append(warning.input() == null ? "" : code(warning.input()) + ": ")
                .append(escape(warning.message()))
                .append('\n'));
    }

    private void footer(Report report) {
        out.append("\n<sub>")
                .append(report.tool().name())
                .append(' ')
                .append(escape(report.tool().version()))
                .append(" · ")
                .append(report.inputs().size())
                .append(report.inputs().size() == 1 ? " input" : " inputs")
                .append("</sub>\n");
    }

    /** Names in a dump are written by strangers: nothing in them may become markup, a link or a new table cell. */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\', '`', '*', '_', '[', ']', '|', '~', '#', '@', '!' ->
                    safe.append('\\').appendCodePoint(c);
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                default -> safe.appendCodePoint(isPlain(c) ? c : ' ');
            }
        });
        return safe.toString();
    }

    /** Code spans cannot be escaped inside, so what could end one is left out. */
    static String code(String text) {
        StringBuilder safe = new StringBuilder("`");
        text.codePoints().filter(c -> isPlain(c) && c != '`' && c != '|').forEach(safe::appendCodePoint);
        return safe.append('`').toString();
    }

    private static boolean isPlain(int c) {
        return !Character.isISOControl(c)
                && Character.getType(c) != Character.FORMAT
                && Character.getType(c) != Character.LINE_SEPARATOR
                && Character.getType(c) != Character.PARAGRAPH_SEPARATOR;
    }
}
