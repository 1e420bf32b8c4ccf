package dev.offheap.classifiers.owner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AddressRangesTest {
    private final AddressRanges ranges = new AddressRanges();

    @Test
    void theSameRangeCountsOnce() {
        assertEquals(100, ranges.claim(1000, 100));
        assertEquals(0, ranges.claim(1000, 100));
        assertEquals(0, ranges.claim(1010, 50));
    }

    @Test
    void onlyTheUncoveredPartOfAnOverlapCounts() {
        ranges.claim(1000, 100);
        ranges.claim(1200, 100);

        assertEquals(50 + 100 + 50, ranges.claim(950, 400));
    }

    @Test
    void anUnknownAddressCountsInFull() {
        assertEquals(100, ranges.claim(0, 100));
        assertEquals(100, ranges.claim(0, 100));
    }

    @Test
    void addressesAreUnsigned() {
        assertEquals(16, ranges.claim(-32, 16));
        assertTrue(ranges.contains(-20));
        assertFalse(ranges.contains(-16));
        assertFalse(ranges.contains(20));
    }

    @Test
    void agreesWithABitSetOnManyRandomRanges() {
        Random random = new Random(42);
        BitSet truth = new BitSet();
        for (int i = 0; i < 10_000; i++) {
            int start = 1 + random.nextInt(5_000);
            int length = 1 + random.nextInt(60);
            int before = truth.cardinality();
            truth.set(start, start + length);
            assertEquals(truth.cardinality() - before, ranges.claim(start, length));
        }
    }
}
