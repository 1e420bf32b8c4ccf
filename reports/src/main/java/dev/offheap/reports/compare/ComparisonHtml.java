package dev.offheap.reports.compare;

import dev.offheap.reports.html.Page;
import java.util.List;
import java.util.Map;

/** Writes a comparison as one HTML file, in the frame of the report. */
public final class ComparisonHtml {
    /** More rows than this do not help a reader; the page says how many there are. */
    private static final int MOST = 200;

    private ComparisonHtml() {}

    public static String write(Comparison comparison) {
        return Page.of(
                "comparison.ftlh",
                Map.of(
                        "comparison",
                        comparison,
                        "ledger",
                        changed(comparison.ledger()),
                        "owners",
                        changed(comparison.owners()),
                        "most",
                        MOST));
    }

    private static List<Comparison.Change> changed(List<Comparison.Change> changes) {
        return changes.stream().filter(change -> change.changeBytes() != 0).toList();
    }
}
