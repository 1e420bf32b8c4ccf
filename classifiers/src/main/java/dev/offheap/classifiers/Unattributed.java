package dev.offheap.classifiers;

import dev.offheap.classifiers.ledger.Ledger;
import dev.offheap.parser.RuntimeKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The owner of what was measured and belongs to nobody by name. It is never spread over the others: libraries that are
 * loaded and whose size no evidence tells are listed as candidates.
 */
final class Unattributed {
    private static final Map<String, String> PATTERN_BY_LINE = Map.of(
            "c-heap.jni.unattributed", "allocated by native libraries",
            "c-heap.other.unsafe", "Unsafe.allocateMemory without a trace in the heap");

    private Unattributed() {}

    /** The owners with the unattributed one among them, most bytes first, shares of the new whole. */
    static List<Owner> addTo(List<Owner> owners, Ledger ledger, NativeFiles natives) {
        List<Owner.Pattern> patterns = ledger.lines().stream()
                .filter(line -> PATTERN_BY_LINE.containsKey(line.id()) && line.bytes() > 0)
                .map(line -> new Owner.Pattern(
                        PATTERN_BY_LINE.get(line.id()), line.bytes(), line.bytes(), line.bytes(), 0, line.basis()))
                .sorted(Comparator.comparingLong(Owner.Pattern::bytes).reversed())
                .toList();
        if (patterns.isEmpty() || owners.isEmpty()) {
            return owners;
        }
        List<Owner> all = new ArrayList<>(owners);
        all.add(unattributed(patterns, owners, natives));
        long total = all.stream().mapToLong(Owner::bytes).sum();
        return all.stream()
                .map(owner -> owner.withShare((double) owner.bytes() / total))
                .sorted(Owner.MOST_FIRST)
                .toList();
    }

    private static Owner unattributed(List<Owner.Pattern> patterns, List<Owner> owners, NativeFiles natives) {
        long bytes = patterns.stream().mapToLong(Owner.Pattern::bytes).sum();
        return new Owner(
                Owner.UNATTRIBUTED,
                "Not attributed",
                RuntimeKind.JVM,
                Owner.UNATTRIBUTED,
                Risk.MEDIUM,
                Optional.empty(),
                bytes,
                bytes,
                bytes,
                OptionalLong.empty(),
                Basis.MEASURED,
                0,
                0,
                patterns,
                List.of(),
                List.of(),
                candidates(owners, natives));
    }

    private static List<Proof> candidates(List<Owner> owners, NativeFiles natives) {
        String names = owners.stream()
                .filter(owner -> !owner.natives().isEmpty() && mayHoldMore(owner))
                .map(owner -> owner.name() + ": "
                        + owner.natives().stream().map(natives::describe).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
        return names.isEmpty()
                ? List.of()
                : List.of(
                        Proof.of("candidates, because their native code is loaded and a heap dump does not size what it"
                                + " allocates: " + names));
    }

    private static boolean mayHoldMore(Owner owner) {
        return owner.patterns().isEmpty()
                || owner.patterns().stream().anyMatch(pattern -> pattern.basis() != Basis.MEASURED);
    }
}
