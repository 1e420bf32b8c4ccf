package dev.offheap.classifiers.ledger;

import static dev.offheap.classifiers.ledger.Captured.bytes;
import static dev.offheap.classifiers.ledger.Captured.ledger;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offheap.classifiers.Basis;
import dev.offheap.classifiers.DumpShare;
import dev.offheap.classifiers.LedgerLine;
import dev.offheap.parser.Evidence;
import dev.offheap.parser.Warning;
import dev.offheap.parser.capture.EvidenceReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    private static final Set<String> MAY_BE_NEGATIVE = Set.of("residual", "c-heap.untouched");

    private static final double MIB = 1 << 20;

    /** What heaptrack counted of all JNI libraries in the program of these captures, which allocates the same each run. */
    private static final double JNI_TRUTH = 341.9 * MIB;

    @TempDir
    private Path folder;

    @Test
    void leavesAddUpToTheResidentSizeWhateverIsMissing() {
        for (String set : Captured.WHOLE) {
            for (Inputs inputs : Inputs.values()) {
                Ledger ledger = ledger(set, inputs.files());
                assertTree(set + " " + inputs, ledger);
            }
        }
    }

    @Test
    void explainsAllButTwoPercentWithMapsTrackingAndTheAllocatorsTotal() {
        for (String set : Captured.WHOLE) {
            Ledger ledger = ledger(set);
            double share = (double) bytes(ledger, "residual") / bytes(ledger, "rss");
            assertTrue(Math.abs(share) <= 0.02, set + ": " + share);
        }
    }

    @Test
    void explainsProcessesWhoseAllocatorGrewAndShrankUnderEveryCollector() {
        for (String set : List.of("G1_25", "Shenandoah_17", "Shenandoah_25", "Z_25")) {
            Ledger ledger = Captured.read("live/" + set, e -> Ledger.of(e, DumpShare.NONE));
            double share = (double) bytes(ledger, "residual") / bytes(ledger, "rss");
            assertTrue(Math.abs(share) <= 0.02, set + ": " + share);
            // The program holds 100 deflaters and 300 inflaters: 262 and 7 KB each, as measured elsewhere.
            assertEquals(100 * 262_000 + 300 * 7_100, bytes(ledger, "c-heap.jni"), 0.1 * 28 * MIB, set);
            assertTree(set, ledger);
        }
    }

    @Test
    void findsWhatJniLibrariesHoldWithinFourPercentOfTheTruth() {
        for (String set : List.of("gc_G1_17", "gc_Z_17", "gc_Parallel_25", "gc_Serial_25")) {
            assertEquals(JNI_TRUTH, bytes(ledger(set), "c-heap.jni"), 0.015 * JNI_TRUTH, set);
            assertEquals(
                    JNI_TRUTH,
                    bytes(ledger(set, "vm_info.txt", "nmt_summary.txt"), "c-heap.jni"),
                    0.04 * JNI_TRUTH,
                    set);
        }
        Ledger freeLists = ledger("gc_Serial_25", "smaps.txt", "nmt_detail_B.txt", "native_heap_info.xml");
        assertEquals(JNI_TRUTH, bytes(freeLists, "c-heap.jni"), 0.04 * JNI_TRUTH);
    }

    @Test
    void countsAHeapThatIsMappedThreeTimesOnce() {
        Ledger ledger = ledger("gc_Z_17");

        assertTrue(bytes(ledger, "heap") <= 256 * MIB, "no more than -Xmx");
        assertTrue(bytes(ledger, "heap-views") > 100 * MIB);
        assertEquals(0, bytes(ledger("gc_G1_17"), "heap-views"));
    }

    @Test
    void doesNotCountFreeMemoryThatTheAllocatorGaveBack() {
        Ledger trimmed = ledger("frag_trimnative");
        long kept = Captured.read(
                "jvm/frag_trimnative", e -> e.captures().nativeHeaps().get(0).freeBytes());

        assertTrue(kept > 380 * MIB);
        assertTrue(bytes(trimmed, "c-heap.retained") < 60 * MIB);
        assertEquals(0, bytes(trimmed, "residual"), 0.04 * bytes(trimmed, "rss"));
    }

    @Test
    void seesTheSameInTheJvmsOwnMapAsInSmapsAndTracking() {
        Ledger own = ledger("gc_Parallel_25", "system_map.txt");
        Ledger joined = ledger("gc_Parallel_25", "smaps.txt", "nmt_detail_B.txt");

        // The map was taken after other commands, which the JVM compiled code for and printed into buffers.
        for (String id : List.of("heap", "metaspace", "class-space", "cds", "code", "stacks", "libraries", "files")) {
            assertEquals(bytes(joined, id), bytes(own, id), 1.0 * MIB, id);
        }
        assertEquals(bytes(joined, "c-heap"), bytes(own, "c-heap"), 6 * MIB);
    }

    @Test
    void findsTheHeapByItsLengthWhereNothingNamesItsAddress() {
        for (String set : List.of("gc_G1_17", "gc_Parallel_25", "gc_Serial_25", "locale_25")) {
            Ledger named = ledger(set, "smaps.txt", "nmt_detail_B.txt");
            Ledger found = ledger(set, "smaps.txt", "nmt_summary.txt");
            assertEquals(bytes(named, "heap"), bytes(found, "heap"), set);
        }
    }

    @Test
    void makesWhatItCanOfAnErrorLogAlone() {
        Ledger ledger = Captured.read("jvm", e -> Ledger.of(e, DumpShare.NONE), "nmtsum_17_hs_err.log");

        assertEquals(455024 * 1024, bytes(ledger, "rss"));
        // The C library's total less what the JVM's tracking in the same log counted.
        assertEquals((209732 - 144303) * 1024, bytes(ledger, "c-heap.jni"), 1024);
        assertEquals(24875 * 1024, bytes(ledger, "c-heap.retained"));
        assertEquals(Basis.BOUNDED, line(ledger, "heap").basis());
        assertTrue(codes(ledger).contains("committed-not-resident"));
        assertTrue(warning(ledger, "narrow-residual").contains("smaps"));
        assertTree("hs_err", ledger);
    }

    @Test
    void makesWhatItCanOfATrackingReportAlone() {
        Ledger ledger = ledger("gc_G1_17", "nmt_summary_B.txt");

        assertEquals(OptionalLong.empty(), ledger.memory().rssBytes());
        assertEquals(513423694, bytes(ledger, "committed"), "the total that the report prints");
        assertEquals(268435456, ledger.memory().heapBytes().orElseThrow());
        assertEquals(513423694 - 268435456, ledger.memory().nativeBytes().orElseThrow());
        assertTrue(codes(ledger).containsAll(List.of("no-resident-size", "narrow-residual")));
    }

    @Test
    void namesTheFileThatWouldNarrowTheResidualMost() {
        assertTrue(warning(ledger("nmtoff_17"), "narrow-residual").contains("-XX:NativeMemoryTracking=summary"));
        assertTrue(warning(ledger("gc_G1_17", "smaps.txt", "nmt_detail_B.txt"), "narrow-residual")
                .contains("VM.info"));
        assertTrue(warning(ledger("gc_G1_17", "smaps.txt", "nmt_summary.txt", "vm_info.txt"), "narrow-residual")
                .contains("detail"));
        assertFalse(codes(ledger("gc_G1_17")).contains("narrow-residual"));
    }

    @Test
    void dividesDirectMemoryByWhatTheDumpExplains() {
        long direct = 100 << 20;
        DumpShare dump = new DumpShare(direct, 0, OptionalLong.empty(), Map.of());
        Ledger ledger = Captured.read("jvm/gc_G1_17", e -> Ledger.of(e, dump));

        assertEquals(direct, bytes(ledger, "c-heap.other.direct"));
        assertEquals(bytes(ledger, "c-heap.other") - direct, bytes(ledger, "c-heap.other.unsafe"));
        assertTree("direct", ledger);

        DumpShare later = new DumpShare(1L << 40, 0, OptionalLong.empty(), Map.of());
        Ledger more = Captured.read("jvm/gc_G1_17", e -> Ledger.of(e, later));
        assertEquals(bytes(more, "c-heap.other"), bytes(more, "c-heap.other.direct"), "never more than was measured");
    }

    @Test
    void neverGivesModelledLibrariesMoreThanWasMeasured() {
        DumpShare dump = new DumpShare(
                0,
                0,
                OptionalLong.empty(),
                Map.of(
                        "rocksdb", new DumpShare.Modelled("RocksDB", 1 << 20, 30 << 20, 60 << 20),
                        "zstd", new DumpShare.Modelled("zstd", 10 << 20, 1000L << 20, 2000L << 20)));
        Ledger ledger = Captured.read("jvm/gc_G1_17", e -> Ledger.of(e, dump));

        assertTrue(bytes(ledger, "c-heap.jni.zstd") > 300 * MIB);
        assertTrue(bytes(ledger, "c-heap.jni.unattributed") >= 0);
        assertEquals(bytes(ledger("gc_G1_17"), "c-heap.jni"), bytes(ledger, "c-heap.jni"));
        assertEquals(Basis.MODELLED, line(ledger, "c-heap.jni.zstd").basis());
        assertTree("modelled", ledger);
    }

    @Test
    void givesLibrariesWhatIsExpectedOfThemAndLeavesTheRestWithoutAName() {
        DumpShare dump = new DumpShare(
                0,
                0,
                OptionalLong.empty(),
                Map.of("zstd", new DumpShare.Modelled("zstd", 10 << 20, 20 << 20, 2000L << 20)));
        Ledger ledger = Captured.read("jvm/gc_G1_17", e -> Ledger.of(e, dump));

        assertEquals(20 * MIB, bytes(ledger, "c-heap.jni.zstd"));
        assertEquals(bytes(ledger, "c-heap.jni") - 20 * MIB, bytes(ledger, "c-heap.jni.unattributed"));
    }

    @Test
    void takesTheFiguresOfARecordingWhereThereAreNoOthers() throws IOException {
        Path recording = folder.resolve("memory.jfr");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(
                Path.of("..", "parser", "src", "test", "resources", "captures", "other", "memory_25.jfr.gz")))) {
            Files.copy(in, recording);
        }
        try (Evidence evidence = EvidenceReader.read(List.of(recording), EvidenceReader.Options.TEXTS)) {
            Ledger ledger = Ledger.of(evidence, DumpShare.NONE);
            assertTree("jfr", ledger);
            assertEquals(28 * MIB, bytes(ledger, "c-heap.other"), 5 * MIB);
            assertTrue(bytes(ledger, "rss") > 30 * MIB);
            assertEquals(List.of("jfr"), line(ledger, "c-heap.other").sources());
        }
    }

    @Test
    void doesNotTrustTheCLibraryWhenAnotherAllocatorStandsInForIt() throws IOException {
        String smaps = text("profile/smaps.txt");
        Files.writeString(folder.resolve("smaps.txt"), smaps.replace("libz.so.1.2.13", "libjemalloc.so.2"));
        Files.writeString(folder.resolve("nmt.txt"), text("profile/nmt.txt"));
        Files.writeString(folder.resolve("vm_info.txt"), text("profile/vm_info.txt"));
        try (Evidence evidence = EvidenceReader.read(List.of(folder), EvidenceReader.Options.TEXTS)) {
            Ledger ledger = Ledger.of(evidence, DumpShare.NONE);
            assertTrue(codes(ledger).contains("other-allocator"));
            assertTrue(bytes(ledger, "c-heap.unseen") > 50 * MIB);
            assertEquals(0, bytes(ledger, "c-heap.retained"));
            assertTree("jemalloc", ledger);
        }
    }

    private static String text(String name) throws IOException {
        Path path = Path.of("..", "parser", "src", "test", "resources", "captures", name + ".gz");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(path))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void showsNoPathAndNoUser() {
        Ledger whole = ledger("gc_G1_17");
        for (LedgerLine line : whole.lines()) {
            assertFalse(line.label().contains("/") || line.id().contains("/"), "no path leaves the house: " + line);
            assertFalse(line.label().contains("root"), line.toString());
        }
    }

    private static void assertTree(String what, Ledger ledger) {
        List<LedgerLine> lines = ledger.lines();
        Set<String> parents = new HashSet<>();
        lines.forEach(l -> l.parent().ifPresent(parents::add));
        LedgerLine root = lines.get(0);
        assertTrue(root.parent().isEmpty(), what);
        long leaves = lines.stream()
                .filter(l -> !parents.contains(l.id()))
                .mapToLong(LedgerLine::bytes)
                .sum();
        assertEquals(root.bytes(), leaves, what);
        assertEquals(lines.size(), lines.stream().map(LedgerLine::id).distinct().count(), what);
        Set<String> seen = new HashSet<>();
        for (LedgerLine line : lines) {
            assertTrue(line.parent().isEmpty() || seen.contains(line.parent().get()), what + " " + line);
            seen.add(line.id());
            assertTrue(line.bytes() > 0 || MAY_BE_NEGATIVE.contains(line.id()), what + " " + line);
            assertFalse(line.sources().isEmpty(), what + " " + line);
            if (parents.contains(line.id())) {
                long below = lines.stream()
                        .filter(l -> l.parent().filter(line.id()::equals).isPresent())
                        .mapToLong(LedgerLine::bytes)
                        .sum();
                assertEquals(line.bytes(), below, what + " " + line);
            }
        }
        if (ledger.memory().rssBytes().isPresent()) {
            assertEquals(ledger.memory().rssBytes().getAsLong(), root.bytes(), what);
            assertEquals(
                    root.bytes() - bytes(ledger, "residual"),
                    ledger.memory().explainedBytes().orElseThrow(),
                    what);
        }
    }

    private static LedgerLine line(Ledger ledger, String id) {
        return ledger.lines().stream()
                .filter(l -> l.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codes(Ledger ledger) {
        return ledger.warnings().stream().map(Warning::code).toList();
    }

    private static String warning(Ledger ledger, String code) {
        return ledger.warnings().stream()
                .filter(w -> w.code().equals(code))
                .findFirst()
                .orElseThrow()
                .message();
    }
}
