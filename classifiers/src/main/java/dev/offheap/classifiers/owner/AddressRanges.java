package dev.offheap.classifiers.owner;

import java.util.Map;
import java.util.TreeMap;

/** Address ranges that have been counted; what is claimed a second time counts nothing. Addresses are unsigned. */
final class AddressRanges {
    private final TreeMap<Long, Long> endByStart = new TreeMap<>(Long::compareUnsigned);

    /**
     * Claims a range and tells how much of it was still free.
     *
     * @return bytes from 0 (all counted before) to {@code bytes}; all of them when the address is 0, that is unknown
     */
    long claim(long address, long bytes) {
        if (address == 0 || bytes <= 0) {
            return Math.max(0, bytes);
        }
        long end = address + bytes;
        long fresh = 0;
        long at = address;
        Map.Entry<Long, Long> before = endByStart.floorEntry(address);
        if (before != null && Long.compareUnsigned(before.getValue(), at) > 0) {
            at = before.getValue();
        }
        while (Long.compareUnsigned(at, end) < 0) {
            Map.Entry<Long, Long> next = endByStart.ceilingEntry(at);
            long gapEnd = next == null || Long.compareUnsigned(next.getKey(), end) > 0 ? end : next.getKey();
            if (gapEnd != at) {
                fresh += gapEnd - at;
                endByStart.put(at, gapEnd);
            }
            at = next == null || gapEnd == end ? end : next.getValue();
        }
        return fresh;
    }

    /** Whether the address lies in a range that was claimed. */
    boolean contains(long address) {
        Map.Entry<Long, Long> before = endByStart.floorEntry(address);
        return before != null && Long.compareUnsigned(address, before.getValue()) < 0;
    }
}
