package dev.offheap.classifiers.ledger;

import dev.offheap.parser.hotspot.JvmRange;
import dev.offheap.parser.nmt.NmtRegion;
import java.util.List;

/**
 * A range of addresses that the JVM says it uses.
 *
 * @param start first address, unsigned
 * @param end first address behind it
 * @param category in the words of Native Memory Tracking
 * @param committed the parts of it that can be resident
 */
record Claim(long start, long end, String category, List<NmtRegion.Range> committed) {

    static Claim of(NmtRegion region) {
        return new Claim(region.start(), region.end(), region.category(), region.committed());
    }

    static Claim of(JvmRange range) {
        return new Claim(
                range.start(),
                range.end(),
                range.use().category(),
                List.of(new NmtRegion.Range(range.start(), range.end())));
    }

    /** Bytes of the claim between two addresses. */
    long reservedIn(long from, long to) {
        return overlap(start, end, from, to);
    }

    /** Bytes between two addresses that can be resident. */
    long committedIn(long from, long to) {
        long sum = 0;
        for (NmtRegion.Range range : committed) {
            sum += overlap(range.start(), range.end(), from, to);
        }
        return sum;
    }

    private static long overlap(long start, long end, long from, long to) {
        long low = Long.compareUnsigned(start, from) > 0 ? start : from;
        long high = Long.compareUnsigned(end, to) < 0 ? end : to;
        return Long.compareUnsigned(low, high) < 0 ? high - low : 0;
    }
}
