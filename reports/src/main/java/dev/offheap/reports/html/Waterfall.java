package dev.offheap.reports.html;

import dev.offheap.reports.Report;
import java.util.ArrayList;
import java.util.List;

/**
 * From before to after: what each category gives back, surely and at best.
 *
 * @param steps before first, after last
 */
public record Waterfall(List<Step> steps) {
    /** Width of the drawing of each step. */
    public static final int WIDTH = 1000;

    /**
     * A line of the waterfall. Its drawing has a part that is certain and one that is possible.
     *
     * @param lowBytes what it surely is, for a category what surely goes
     * @param highBytes what it is at best, never less than low
     * @param kind {@code before}, {@code saving} or {@code after}
     * @param x where the certain part starts, and how wide it is; then the same of the possible part
     */
    public record Step(
            String label,
            long lowBytes,
            long highBytes,
            String kind,
            String x,
            String width,
            String possibleX,
            String possibleWidth) {}

    /** Empty when nothing can be given back. */
    static Waterfall of(Report report) {
        Report.Totals totals = report.totals();
        long before = totals.beforeBytes();
        List<Step> steps = new ArrayList<>();
        if (totals.savingHighBytes() <= 0 || before <= 0) {
            return new Waterfall(steps);
        }
        steps.add(new Step("Before", before, before, "before", "0", scaled(before, before), "0", "0"));
        long left = before;
        for (Report.Category category : report.categories()) {
            long high = Math.min(left, category.savingHighBytes());
            long low = Math.min(high, category.savingLowBytes());
            if (high > 0) {
                steps.add(new Step(
                        category.id(),
                        low,
                        high,
                        "saving",
                        scaled(left - low, before),
                        scaled(low, before),
                        scaled(left - high, before),
                        scaled(high - low, before)));
                left -= high;
            }
        }
        long least = totals.afterLowBytes();
        long most = totals.afterHighBytes();
        steps.add(new Step(
                "After",
                least,
                most,
                "after",
                "0",
                scaled(least, before),
                scaled(least, before),
                scaled(most - least, before)));
        return new Waterfall(steps);
    }

    private static String scaled(long bytes, long whole) {
        return Format.decimal((double) bytes / whole * WIDTH);
    }
}
