package dev.offheap.reports.compare;

import dev.offheap.classifiers.Sizes;
import java.util.Comparator;
import java.util.List;

/** The comparison in one sentence. */
final class ComparisonVerdict {
    private ComparisonVerdict() {}

    /** @param parts owners, or leaves of the ledger where owners cannot be compared */
    static String of(List<Comparison.Change> memory, List<Comparison.Change> parts, List<Comparison.Promise> promises) {
        return total(memory) + most(parts) + kept(promises) + ".";
    }

    private static String total(List<Comparison.Change> memory) {
        return memory.stream()
                .filter(change -> change.id().equals("rss"))
                .findFirst()
                .map(rss -> "Resident memory " + moved(rss) + ", from " + Sizes.text(rss.beforeBytes()) + " to "
                        + Sizes.text(rss.afterBytes()))
                .orElse("The reports do not both know the resident memory");
    }

    private static String moved(Comparison.Change change) {
        if (Sizes.text(change.beforeBytes()).equals(Sizes.text(change.afterBytes()))) {
            return "stayed";
        }
        return (change.changeBytes() > 0 ? "grew by " : "shrank by ") + Sizes.text(Math.abs(change.changeBytes()));
    }

    private static String most(List<Comparison.Change> parts) {
        return parts.stream()
                .filter(part -> part.changeBytes() != 0)
                .max(Comparator.comparingLong(part -> Math.abs(part.changeBytes())))
                .map(part -> "; " + part.label() + " changed most, " + (part.changeBytes() > 0 ? "by +" : "by ")
                        + Sizes.text(part.changeBytes()))
                .orElse("");
    }

    private static String kept(List<Comparison.Promise> promises) {
        if (promises.isEmpty()) {
            return "";
        }
        long kept = promises.stream()
                .filter(promise ->
                        promise.outcome().equals("kept") || promise.outcome().equals("more"))
                .count();
        return "; of " + promises.size() + (promises.size() == 1 ? " promised saving " : " promised savings ") + kept
                + " came true";
    }
}
