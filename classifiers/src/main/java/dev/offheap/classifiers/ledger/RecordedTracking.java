package dev.offheap.classifiers.ledger;

import dev.offheap.parser.hotspot.JfrMemory;
import dev.offheap.parser.nmt.Allocated;
import dev.offheap.parser.nmt.Mapped;
import dev.offheap.parser.nmt.NmtCategory;
import dev.offheap.parser.nmt.NmtReport;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * A tracking report from the events of a flight recording. These have one sum per category: what the JVM maps is
 * known by the category, all else counts as allocated.
 */
final class RecordedTracking {
    private RecordedTracking() {}

    /** The figures at the end of a recording; empty when it has none. */
    static Optional<NmtReport> of(JfrMemory recording) {
        if (recording.categories().isEmpty()) {
            return Optional.empty();
        }
        List<NmtCategory> categories = new TreeMap<>(recording.categories())
                .entrySet().stream()
                        .map(e -> category(
                                e.getKey(),
                                recording.reserved().getOrDefault(e.getKey(), 0L),
                                e.getValue().last()))
                        .toList();
        long committed = categories.stream().mapToLong(NmtCategory::committed).sum();
        long reserved = categories.stream().mapToLong(NmtCategory::reserved).sum();
        return Optional.of(new NmtReport(
                recording.input(),
                1,
                recording.pid(),
                1,
                new Mapped(reserved, committed, OptionalLong.empty()),
                Optional.empty(),
                categories,
                Optional.empty(),
                List.of(),
                List.of(),
                true));
    }

    private static NmtCategory category(String name, long reserved, long committed) {
        Use use = Use.ofCategory(name);
        // A thread's own data is allocated, its stack is not; the recording tells them apart.
        boolean mapped = use != Use.JVM_OTHER && !name.equals("Thread");
        Mapped mapping = new Mapped(reserved, committed, OptionalLong.empty());
        boolean stack = mapped && use == Use.JVM_STACKS;
        return new NmtCategory(
                name,
                reserved,
                committed,
                mapped ? Allocated.NONE : new Allocated(committed, 0, OptionalLong.empty()),
                Allocated.NONE,
                mapped && !stack ? mapping : Mapped.NONE,
                stack ? mapping : Mapped.NONE,
                0,
                0,
                0,
                Optional.empty(),
                Optional.empty());
    }
}
