package dev.offheap.classifiers.owner;

import java.util.Map;

/**
 * Native memory that a heap dump explains, by where a process keeps it; what the ledger needs to know of the dump.
 *
 * @param unsafeBytes in category Other of Native Memory Tracking: direct buffers and other memory of
 *     {@code Unsafe.allocateMemory}
 * @param mappedBytes mapped files, as mapped (not as resident)
 * @param cHeap native code's {@code malloc}, by owner id
 */
public record NativeBytes(long unsafeBytes, long mappedBytes, Map<String, Range> cHeap) {
    public NativeBytes {
        cHeap = Map.copyOf(cHeap);
    }

    /** A figure with its range, in bytes. */
    public record Range(long low, long typical, long high) {
        static Range add(Range range, NativeBlock block) {
            Range before = range == null ? new Range(0, 0, 0) : range;
            return new Range(
                    before.low + block.lowBytes(), before.typical + block.bytes(), before.high + block.highBytes());
        }
    }
}
