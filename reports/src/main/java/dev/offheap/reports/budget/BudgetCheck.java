package dev.offheap.reports.budget;

import dev.offheap.classifiers.Sizes;
import dev.offheap.reports.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds a report against a budget. */
public final class BudgetCheck {
    /** What belongs to nobody by name is no owner that {@code *} could mean; it can be limited by its id. */
    private static final String UNATTRIBUTED = "unattributed";

    private final Report report;
    private final List<Report.Breach> breaches = new ArrayList<>();

    private BudgetCheck(Report report) {
        this.report = report;
    }

    /**
     * The limits that are not kept.
     *
     * @param baseline an earlier report that growth is measured against; null when there is none
     */
    public static Report.Budget check(Budget budget, Report report, Report baseline) {
        BudgetCheck check = new BudgetCheck(report);
        check.sizes(budget);
        if (budget.needsBaseline()) {
            check.growth(budget.growth(), baseline);
        }
        return new Report.Budget(check.breaches);
    }

    private void sizes(Budget budget) {
        Long rss = report.memory().rssBytes();
        budget.figures().forEach((figure, limit) -> size(figure, label(figure), figure(report, figure), limit, rss));
        sizes("owner", budget.owners(), owners(report), rss);
        sizes("category", budget.categories(), categories(report), rss);
    }

    private void sizes(String kind, Map<String, Limit> limits, Map<String, Long> sizes, Long rss) {
        Limit any = limits.get(Budget.ANY);
        limits.forEach((id, limit) -> {
            if (!id.equals(Budget.ANY)) {
                size(kind + ":" + id, kind + " " + id, sizes.getOrDefault(id, 0L), limit, rss);
            }
        });
        if (any != null) {
            sizes.forEach((id, bytes) -> {
                if (!limits.containsKey(id) && !id.equals(UNATTRIBUTED)) {
                    size(kind + ":" + id, kind + " " + id, bytes, any, rss);
                }
            });
        }
    }

    private void size(String id, String label, Long actual, Limit limit, Long rss) {
        if (actual == null || limit.percent() && rss == null) {
            unknown(id, label + " is limited to " + limit.text() + ", but these files do not tell it");
            return;
        }
        long most = limit.bytes(rss == null ? 0 : rss);
        if (actual > most) {
            boolean close = Sizes.text(actual).equals(Sizes.text(most));
            String excess = close ? ", " + (actual - most) + " B less" : "";
            String share = limit.percent() ? " (" + limit.text() + " of the resident size)" : "";
            exceeded(
                    id,
                    actual,
                    most,
                    label + " is " + Sizes.text(actual) + ", the limit is " + Sizes.text(most) + excess + share);
        }
    }

    private void growth(Budget.Growth growth, Report baseline) {
        growth.figures()
                .forEach((figure, limit) -> grown(
                        "growth:" + figure,
                        label(figure),
                        baseline == null ? null : figure(baseline, figure),
                        figure(report, figure),
                        limit));
        growth("owner", growth.owners(), baseline, BudgetCheck::owners);
        growth("category", growth.categories(), baseline, BudgetCheck::categories);
    }

    private void growth(
            String kind, Map<String, Limit> limits, Report baseline, Function<Report, Map<String, Long>> sizes) {
        Map<String, Long> before = baseline == null ? Map.of() : sizes.apply(baseline);
        Map<String, Long> after = sizes.apply(report);
        limits.forEach((id, limit) -> {
            if (!id.equals(Budget.ANY)) {
                Long was = baseline == null ? null : before.getOrDefault(id, 0L);
                grown("growth:" + kind + ":" + id, kind + " " + id, was, after.getOrDefault(id, 0L), limit);
            }
        });
        if (limits.containsKey(Budget.ANY)) {
            after.forEach((id, bytes) -> {
                if (!limits.containsKey(id) && !id.equals(UNATTRIBUTED)) {
                    Long was = baseline == null ? null : before.getOrDefault(id, 0L);
                    grown("growth:" + kind + ":" + id, kind + " " + id, was, bytes, limits.get(Budget.ANY));
                }
            });
        }
    }

    private void grown(String id, String label, Long before, Long after, Limit limit) {
        if (before == null || after == null) {
            unknown(
                    id,
                    "growth of " + label + " is limited to " + limit.text()
                            + ", but there is no baseline that tells it; pass --baseline with an earlier JSON report");
            return;
        }
        long most = limit.bytes(before);
        if (after - before > most) {
            exceeded(
                    id,
                    after - before,
                    most,
                    label + " grew by " + Sizes.text(after - before) + " from " + Sizes.text(before) + ", the limit is "
                            + limit.text());
        }
    }

    private void unknown(String id, String message) {
        breaches.add(new Report.Breach(id, null, null, message));
    }

    private void exceeded(String id, long actual, long limit, String message) {
        breaches.add(new Report.Breach(id, actual, limit, message));
    }

    private static Map<String, Long> owners(Report report) {
        return report.owners().stream()
                .collect(Collectors.toMap(Report.Owner::id, Report.Owner::bytes, Math::addExact, TreeMap::new));
    }

    private static Map<String, Long> categories(Report report) {
        return report.categories().stream()
                .collect(Collectors.toMap(
                        Report.Category::id, Report.Category::beforeBytes, Math::addExact, TreeMap::new));
    }

    /** What nothing explains is a fault of the ledger in either direction, so its size counts and not its sign. */
    private static Long figure(Report report, String name) {
        Report.Memory memory = report.memory();
        return switch (name) {
            case "rss" -> memory.rssBytes();
            case "heap" -> memory.heapBytes();
            case "native" -> memory.nativeBytes();
            default -> memory.residualBytes() == null ? null : Math.abs(memory.residualBytes());
        };
    }

    private static String label(String figure) {
        return Objects.requireNonNull(Map.of(
                        "rss", "resident memory",
                        "heap", "the heap",
                        "native", "memory outside the heap",
                        "residual", "what is not explained")
                .get(figure));
    }
}
