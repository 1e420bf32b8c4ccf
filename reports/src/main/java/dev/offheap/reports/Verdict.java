package dev.offheap.reports;

import dev.offheap.classifiers.Assessment;
import dev.offheap.classifiers.LedgerLine;
import dev.offheap.classifiers.Owner;
import dev.offheap.classifiers.Sizes;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** The one sentence that somebody reads who reads nothing else. */
final class Verdict {
    private static final int MOST_NAMED = 3;

    private Verdict() {}

    static String of(Assessment assessment) {
        return total(assessment) + owners(assessment) + saving(assessment);
    }

    private static String total(Assessment assessment) {
        OptionalLong rss = assessment.memory().rssBytes();
        OptionalLong outside = assessment.memory().nativeBytes();
        if (rss.isPresent() && outside.isPresent()) {
            return "Of " + Sizes.text(rss.getAsLong()) + " resident, " + Sizes.text(outside.getAsLong())
                    + " lie outside the heap";
        }
        if (rss.isPresent()) {
            return Sizes.text(rss.getAsLong()) + " are resident; these files do not say how much of it is heap";
        }
        long owned = assessment.owners().stream().mapToLong(Owner::bytes).sum();
        if (owned > 0) {
            return "The dump shows " + Sizes.text(owned) + " outside the heap";
        }
        return outside.isPresent()
                ? "The JVM committed " + Sizes.text(outside.getAsLong()) + " outside the heap"
                        + largestLines(assessment)
                        + "; what of it is resident, and what native libraries add, these files do not say"
                : "These files do not say how much memory lies outside the heap";
    }

    /** Where no owner has a name, the largest uses have. */
    private static String largestLines(Assessment assessment) {
        List<LedgerLine> lines = assessment.ledger();
        Set<String> parents =
                lines.stream().flatMap(line -> line.parent().stream()).collect(Collectors.toSet());
        return lines.stream()
                .filter(line -> !parents.contains(line.id()) && !line.id().equals("heap") && line.bytes() > 0)
                .sorted(Comparator.comparingLong(LedgerLine::bytes).reversed().thenComparing(LedgerLine::id))
                .limit(MOST_NAMED)
                .map(line -> line.label() + " " + Sizes.text(line.bytes()))
                .collect(Collectors.joining(", ", " (most: ", ")"));
    }

    private static String owners(Assessment assessment) {
        List<Owner> largest = assessment.owners().stream()
                .filter(owner -> owner.bytes() > 0 && !owner.id().equals(Owner.UNATTRIBUTED))
                .limit(MOST_NAMED)
                .toList();
        if (largest.isEmpty()) {
            return "";
        }
        return "; "
                + largest.stream()
                        .map(owner -> owner.name() + " (" + Sizes.text(owner.bytes()) + ")")
                        .collect(Collectors.joining(", "))
                + (largest.size() == 1 ? " holds most of what has an owner" : " hold most of what has an owner");
    }

    private static String saving(Assessment assessment) {
        var saving = assessment.totals().saving();
        return saving.highBytes() == 0
                ? "."
                : "; the actions below give back " + Sizes.range(saving.lowBytes(), saving.highBytes()) + ".";
    }
}
