package dev.offheap.parser.nmt;

import dev.offheap.parser.Warning;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * The sums that hold in every report, exact in bytes; in a coarser unit each line is off by up to half a unit, and
 * categories below one unit are left out.
 *
 * <p>Reserved and committed of all categories give the totals; malloc, arenas and the tracking's overhead of all
 * categories give the malloc total; the committed bytes of a category are those of its parts.
 */
final class NmtChecks {
    /** No JDK has more categories. */
    private static final int CATEGORIES = 40;

    private NmtChecks() {}

    /** False when the categories fall short of the total: some are missing. */
    static boolean addsUp(Mapped total, List<NmtCategory> categories, long scale) {
        return total.committed() - sum(categories, NmtCategory::committed) <= slack(scale, CATEGORIES)
                && total.reserved() - sum(categories, NmtCategory::reserved) <= slack(scale, CATEGORIES);
    }

    static void check(NmtReport report, List<Warning> warnings) {
        if (report.categories().isEmpty()) {
            warnings.add(warning(report, "nmt-cut", "ends before its first category; capture it again"));
            return;
        }
        long committed = sum(report.categories(), NmtCategory::committed);
        long reserved = sum(report.categories(), NmtCategory::reserved);
        if (!report.complete()) {
            warnings.add(warning(
                    report,
                    "nmt-cut",
                    String.format(
                            Locale.ROOT,
                            "was cut: its categories add up to %d of %d committed bytes (%d of %d reserved); what is"
                                    + " missing counts as unexplained",
                            committed,
                            report.total().committed(),
                            reserved,
                            report.total().reserved())));
            return;
        }
        long slack = slack(report.scale(), CATEGORIES);
        differs(report, "committed bytes", committed, report.total().committed(), slack, warnings);
        differs(report, "reserved bytes", reserved, report.total().reserved(), slack, warnings);
        report.malloc().ifPresent(malloc -> {
            long sum = sum(report.categories(), c -> c.mallocBytes() + c.arenaBytes() + c.trackingOverhead());
            if (sum == 0) {
                return;
            }
            differs(report, "malloc bytes", sum, malloc.bytes(), slack(report.scale(), 3 * CATEGORIES), warnings);
        });
        for (NmtCategory category : report.categories()) {
            checkParts(report, category, warnings);
        }
    }

    private static void checkParts(NmtReport report, NmtCategory category, List<Warning> warnings) {
        long slack = slack(report.scale(), 5);
        if (category.sumOfParts() > 0) { // people cut the parts away
            differs(
                    report,
                    "parts of " + category.name(),
                    category.sumOfParts(),
                    category.committed(),
                    slack,
                    warnings);
        }
        if (category.committed() > category.reserved() + slack) {
            warnings.add(warning(
                    report,
                    "nmt-sum",
                    "says that " + category.name() + " has more committed (" + category.committed() + " bytes) than"
                            + " reserved (" + category.reserved() + ")"));
        }
    }

    private static void differs(
            NmtReport report, String what, long sum, long printed, long slack, List<Warning> warnings) {
        if (Math.abs(sum - printed) > slack) {
            warnings.add(warning(
                    report,
                    "nmt-sum",
                    "does not add up: the " + what + " give " + sum + ", the report says " + printed
                            + "; the figures of the lines are used"));
        }
    }

    private static Warning warning(NmtReport report, String code, String text) {
        return Warning.of(
                code, "the native memory tracking report at line " + report.line() + " " + text, report.input());
    }

    private static long slack(long scale, int lines) {
        return scale == 1 ? 0 : scale * lines / 2;
    }

    private static long sum(List<NmtCategory> categories, ToLongFunction<NmtCategory> figure) {
        return categories.stream().mapToLong(figure).sum();
    }
}
