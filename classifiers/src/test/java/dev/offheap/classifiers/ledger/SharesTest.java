package dev.offheap.classifiers.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.offheap.parser.nmt.NmtRegion;
import dev.offheap.parser.process.MemoryRegion;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharesTest {
    private static final long K = 1024;

    @Test
    void aMappingWithOneUseGoesToIt() {
        Shares shares = Shares.of(mapping(100, 60), List.of(claim("Java Heap", 0, 100, 80)), 0);

        assertArrayEquals(new long[] {60 * K}, shares.claimed());
        assertEquals(0, shares.free());
    }

    @Test
    void anAllocationIsTakenForTouchedBeforeTheTablesOfTheJvm() {
        Shares shares = Shares.of(mapping(100, 40), List.of(claim("GC", 0, 70, 70)), 30 * K);

        assertArrayEquals(new long[] {10 * K}, shares.claimed());
        assertEquals(30 * K, shares.free());
    }

    @Test
    void aStackGetsWhatTheJvmSaysIsTouched() {
        Shares shares =
                Shares.of(mapping(100, 40), List.of(claim("Thread Stack", 0, 20, 15), claim("GC", 20, 50, 30)), 50 * K);

        assertArrayEquals(new long[] {15 * K, 0}, shares.claimed());
        assertEquals(25 * K, shares.free());
    }

    @Test
    void noByteIsLostWhateverTheFigures() {
        for (long rss = 0; rss <= 100; rss += 3) {
            Shares shares = Shares.of(
                    mapping(100, rss),
                    List.of(claim("GC", 0, 30, 7), claim("Code", 30, 60, 13), claim("Thread Stack", 60, 70, 1)),
                    30 * K);
            assertEquals(rss * K, shares.claimed()[0] + shares.claimed()[1] + shares.claimed()[2] + shares.free());
        }
    }

    private static MemoryRegion mapping(long kilobytes, long rss) {
        return new MemoryRegion(
                0, kilobytes * K, "rw-p", 0, "00:00", 0, "", new MemoryRegion.Resident(rss * K, rss * K, 0, 0, 0, 0));
    }

    private static Claim claim(String category, long from, long to, long committed) {
        return new Claim(from * K, to * K, category, List.of(new NmtRegion.Range(from * K, (from + committed) * K)));
    }
}
