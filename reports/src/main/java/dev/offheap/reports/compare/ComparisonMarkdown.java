package dev.offheap.reports.compare;

import dev.offheap.classifiers.Sizes;
import dev.offheap.reports.markdown.Markdown;
import java.util.List;

/** Writes a comparison as Markdown: the verdict, the largest changes, findings that came and went, promises. */
public final class ComparisonMarkdown {
    private static final int ROWS = 8;

    private final Markdown out = new Markdown();

    private ComparisonMarkdown() {}

    public static String write(Comparison comparison) {
        ComparisonMarkdown markdown = new ComparisonMarkdown();
        markdown.out.bold(comparison.verdict());
        markdown.changes("Memory", comparison.memory());
        markdown.changes("Owners", comparison.owners());
        markdown.findings(comparison.findings());
        markdown.promises(comparison.promises());
        comparison.notes().forEach(note -> markdown.out.line("").line("> " + Markdown.escape(note)));
        markdown.out.footer(comparison.tool(), "comparison of two reports");
        return markdown.out.toString();
    }

    private void changes(String title, List<Comparison.Change> all) {
        List<Comparison.Change> changed =
                all.stream().filter(change -> change.changeBytes() != 0).toList();
        if (changed.isEmpty()) {
            return;
        }
        out.line("").line("| " + title + " | Before | After | Change |").line("|---|---:|---:|---:|");
        changed.stream()
                .limit(ROWS)
                .forEach(change -> out.line("| " + Markdown.escape(change.label()) + " | "
                        + Sizes.text(change.beforeBytes()) + " | " + Sizes.text(change.afterBytes()) + " | "
                        + (change.changeBytes() > 0 ? "+" : "") + Sizes.text(change.changeBytes()) + " |"));
        out.showing(ROWS, changed.size(), title.toLowerCase(java.util.Locale.ROOT));
    }

    private void findings(List<Comparison.FindingChange> findings) {
        List<Comparison.FindingChange> moved = findings.stream()
                .filter(finding -> !finding.status().equals("still"))
                .toList();
        if (moved.isEmpty()) {
            return;
        }
        out.line("").line("### Findings that came and went").line("");
        moved.stream()
                .limit(ROWS)
                .forEach(finding -> out.line("- " + finding.status() + ": " + Markdown.escape(finding.title())));
        out.showing(ROWS, moved.size(), "findings");
    }

    private void promises(List<Comparison.Promise> promises) {
        if (promises.isEmpty()) {
            return;
        }
        out.line("").line("| Fixed | Promised | Observed | |").line("|---|---:|---:|---|");
        promises.stream()
                .limit(ROWS)
                .forEach(promise -> out.line("| " + Markdown.escape(promise.name()) + " | "
                        + Sizes.range(promise.lowBytes(), promise.highBytes()) + " | "
                        + Sizes.text(promise.observedBytes()) + " | " + promise.outcome() + " |"));
    }
}
