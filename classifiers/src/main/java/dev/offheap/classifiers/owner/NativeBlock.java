package dev.offheap.classifiers.owner;

import dev.offheap.classifiers.Basis;
import dev.offheap.classifiers.catalog.MemoryRule;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Native memory that one object of the heap carries.
 *
 * @param carrier the object
 * @param holderOf the object whose holder is the memory's user; the carrier in most cases
 * @param owner the owner a rule names; empty when the holder of the carrier owns it
 * @param pattern how the report calls this way of holding memory; empty for the kind's usual name
 * @param dropped whether nothing alive refers to the carrier any more
 * @param lowBytes what it surely takes
 * @param bytes best single figure
 * @param residentBytes of these, in memory; empty where nothing tells
 * @param highBytes what it takes at most
 */
public record NativeBlock(
        int carrier,
        int holderOf,
        Optional<String> owner,
        Optional<String> pattern,
        boolean dropped,
        long lowBytes,
        long bytes,
        long highBytes,
        OptionalLong residentBytes,
        Basis basis,
        MemoryRule.Space space) {
    public static NativeBlock measured(
            int carrier, Optional<String> owner, Optional<String> pattern, long bytes, MemoryRule.Space space) {
        return new NativeBlock(
                carrier,
                carrier,
                owner,
                pattern,
                false,
                bytes,
                bytes,
                bytes,
                OptionalLong.empty(),
                Basis.MEASURED,
                space);
    }

    /** The same, used by whoever holds another object than the carrier. */
    NativeBlock heldThrough(int object) {
        return new NativeBlock(
                carrier, object, owner, pattern, dropped, lowBytes, bytes, highBytes, residentBytes, basis, space);
    }

    /** The same with its resident bytes. */
    NativeBlock resident(OptionalLong resident) {
        return new NativeBlock(
                carrier, holderOf, owner, pattern, dropped, lowBytes, bytes, highBytes, resident, basis, space);
    }
}
