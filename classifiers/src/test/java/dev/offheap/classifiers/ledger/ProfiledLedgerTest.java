package dev.offheap.classifiers.ledger;

import static dev.offheap.classifiers.ledger.Captured.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offheap.classifiers.Basis;
import dev.offheap.classifiers.DumpShare;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProfiledLedgerTest {
    private static final double MIB = 1 << 20;

    /** What async-profiler and heaptrack alike recorded of the three libraries of this program together. */
    private static final double TRUTH = 59.03 * MIB;

    @Test
    void measuresThreeLibrariesTogetherWithinFourPercentOfTheTruth() {
        Ledger ledger = ledger("smaps.txt", "nmt.txt", "vm_info.txt");

        assertEquals(TRUTH, bytes(ledger, "c-heap.jni"), 0.04 * TRUTH);
        assertTrue(Math.abs(bytes(ledger, "residual")) <= 0.05 * bytes(ledger, "rss"));
    }

    @Test
    void namesTheLibrariesWhereAProfileDoes() {
        Ledger ledger = ledger("smaps.txt", "nmt.txt", "vm_info.txt", "jeprof.heap");

        assertEquals(30.92 * MIB, bytes(ledger, "c-heap.jni.libzstd-jni-1.5.7.so"), 0.05 * 30.92 * MIB);
        assertTrue(bytes(ledger, "c-heap.jni.sqlite-3.54.1.0-libsqlitejdbc.so") > 10 * MIB);
        assertEquals(bytes(ledger("smaps.txt", "nmt.txt", "vm_info.txt"), "c-heap.jni"), bytes(ledger, "c-heap.jni"));
    }

    @Test
    void goesByAProfileRatherThanByWhatADumpLetsExpect() {
        DumpShare dump = new DumpShare(
                0, 0, OptionalLong.empty(), Map.of("zstd", new DumpShare.Modelled("zstd", 0, 1 << 20, 900 << 20)));
        Ledger modelled = Captured.read("profile", e -> Ledger.of(e, dump), "smaps.txt", "nmt.txt", "vm_info.txt");
        Ledger measured =
                Captured.read("profile", e -> Ledger.of(e, dump), "smaps.txt", "nmt.txt", "vm_info.txt", "jeprof.heap");

        assertEquals(1 << 20, bytes(modelled, "c-heap.jni.zstd"));
        assertEquals(0, bytes(measured, "c-heap.jni.zstd"));
        assertEquals(
                Basis.MODELLED,
                measured.lines().stream()
                        .filter(l -> l.id().startsWith("c-heap.jni.libzstd"))
                        .findFirst()
                        .orElseThrow()
                        .basis(),
                "a sample is an estimate");
    }

    @Test
    void splitsWhatItCannotMeasureByAProfileToo() {
        Ledger ledger = ledger("smaps.txt", "nmt.txt", "jeprof.heap");

        assertTrue(bytes(ledger, "c-heap.jni.libzstd-jni-1.5.7.so") > 25 * MIB);
        assertTrue(bytes(ledger, "c-heap.unseen") >= 0);
    }

    private static Ledger ledger(String... files) {
        return Captured.read("profile", e -> Ledger.of(e, DumpShare.NONE), files);
    }
}
