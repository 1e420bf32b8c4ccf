package dev.offheap.classifiers.owner;

import dev.offheap.classifiers.Basis;
import dev.offheap.classifiers.Owner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The blocks of one owner, added up. */
public final class OwnerSums {
    private static final class Sum {
        private long bytes;
        private long low;
        private long high;
        private long resident;
        private long located;
        private long objects;
        private final Map<Basis, Long> byBasis = new EnumMap<>(Basis.class);

        void add(NativeBlock block) {
            bytes += block.bytes();
            low += block.lowBytes();
            high += block.highBytes();
            objects++;
            if (block.residentBytes().isPresent()) {
                resident += block.residentBytes().getAsLong();
                located += block.bytes();
            }
            byBasis.merge(block.basis(), block.highBytes() + 1, Long::sum);
        }

        /** The basis that most of the bytes rest on. */
        Basis basis() {
            return byBasis.entrySet().stream()
                    .max(Map.Entry.<Basis, Long>comparingByValue()
                            .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                    .map(Map.Entry::getKey)
                    .orElse(Basis.INVENTORY);
        }
    }

    private final Sum all = new Sum();
    private final Map<String, Sum> patterns = new LinkedHashMap<>();
    private final Map<String, Long> users = new LinkedHashMap<>();
    private final Map<String, NativeBlock> largest = new LinkedHashMap<>();
    private final Map<String, Character> userOfLargest = new HashMap<>();

    public void add(String pattern, NativeBlock block) {
        add(pattern, block, Labels.NONE);
    }

    /** @param user label of who uses the block, {@link Labels#NONE} for the owner itself or nobody known */
    void add(String pattern, NativeBlock block, char user) {
        all.add(block);
        patterns.computeIfAbsent(pattern, p -> new Sum()).add(block);
        NativeBlock before = largest.get(pattern);
        if (before == null || block.bytes() > before.bytes()) {
            largest.put(pattern, block);
            userOfLargest.put(pattern, user);
        }
    }

    public void usedBy(String owner, long bytes) {
        users.merge(owner, bytes, Long::sum);
    }

    public long bytes() {
        return all.bytes;
    }

    public long low() {
        return all.low;
    }

    public long high() {
        return all.high;
    }

    /** What of the bytes was in memory; known only when the place of each is. */
    public OptionalLong residentBytes() {
        return all.bytes > 0 && all.located == all.bytes ? OptionalLong.of(all.resident) : OptionalLong.empty();
    }

    public long objects() {
        return all.objects;
    }

    public Basis basis() {
        return all.basis();
    }

    /** Most bytes first. */
    public List<Owner.Pattern> patterns() {
        List<Owner.Pattern> list = new ArrayList<>();
        patterns.forEach((label, sum) ->
                list.add(new Owner.Pattern(label, sum.bytes, sum.low, sum.high, sum.objects, sum.basis())));
        list.sort(Comparator.comparingLong(Owner.Pattern::bytes).reversed().thenComparing(Owner.Pattern::label));
        return list;
    }

    /** Most bytes first. */
    public List<Owner.HeldFor> heldFor() {
        List<Owner.HeldFor> list = new ArrayList<>();
        users.forEach((owner, bytes) -> list.add(new Owner.HeldFor(owner, bytes)));
        list.sort(Comparator.comparingLong(Owner.HeldFor::bytes).reversed().thenComparing(Owner.HeldFor::owner));
        return list;
    }

    /** Label of who uses the largest block of a pattern. */
    char userOfLargest(String pattern) {
        return userOfLargest.get(pattern);
    }

    /** The largest block of a pattern. */
    NativeBlock largest(String pattern) {
        return largest.get(pattern);
    }
}
