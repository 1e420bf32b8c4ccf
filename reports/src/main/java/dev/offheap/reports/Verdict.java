package dev.offheap.reports;

import dev.offheap.classifiers.Assessment;
import dev.offheap.classifiers.Owner;
import dev.offheap.classifiers.Sizes;
import java.util.List;
import java.util.OptionalLong;
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
        return owned > 0
                ? "The dump shows " + Sizes.text(owned) + " outside the heap"
                : "These files do not say how much memory lies outside the heap";
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
