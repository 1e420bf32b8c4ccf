package dev.offheap.classifiers.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offheap.classifiers.DumpShare;
import dev.offheap.classifiers.Finding;
import dev.offheap.classifiers.Saving;
import dev.offheap.classifiers.saving.RatedFinding;
import dev.offheap.parser.Evidence;
import dev.offheap.parser.capture.EvidenceReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CausesTest {
    private static final long MIB = 1 << 20;
    private static final DumpShare LIVE_20_MIB = new DumpShare(0, 0, OptionalLong.of(20 * MIB), Map.of());

    @TempDir
    private Path folder;

    @Test
    void predictsWhatATrimGivesBackWithinTenPercent() {
        for (String set : List.of("G1_25", "Shenandoah_25", "Z_25")) {
            long freed = Captured.read(
                    "live/" + set, e -> e.captures().trims().get(0).freed());
            TrimEstimate estimate =
                    Captured.read("live/" + set, e -> TrimEstimate.of(e.captures(), BestCaptures.of(e.captures())));
            assertEquals(freed, (estimate.low() + estimate.high()) / 2.0, 0.1 * freed, set);
            assertTrue(estimate.low() < freed && freed < estimate.high(), set + " " + estimate + " " + freed);
        }
    }

    @Test
    void predictsATrimWithinFifteenPercentWithoutTheFreeLists() {
        for (String set : List.of("Shenandoah_17", "G1_25", "Shenandoah_25", "Z_25")) {
            long freed = Captured.read(
                    "live/" + set, e -> e.captures().trims().get(0).freed());
            TrimEstimate estimate = Captured.read(
                    "live/" + set,
                    e -> TrimEstimate.of(e.captures(), BestCaptures.of(e.captures())),
                    "smaps.txt",
                    "nmt.txt",
                    "vm_info.txt");
            assertTrue(estimate.low() < freed && freed < estimate.high() * 1.02, set + " " + estimate + " " + freed);
        }
    }

    @Test
    void findsFreeMemoryThatTheAllocatorKeepsAndPromisesNothingOfArenaMax() {
        Finding finding =
                find("live/G1_25", DumpShare.NONE, "allocator.retention").orElseThrow();

        assertEquals("c-heap.retained", finding.owner());
        assertEquals(Finding.Status.OPEN, finding.status());
        assertTrue(finding.saving().lowBytes() > 55 * MIB && finding.saving().highBytes() < 75 * MIB);
        assertTrue(finding.advice().steps().stream()
                .anyMatch(s -> s.contains("MALLOC_ARENA_MAX") && s.contains("cannot be predicted")));
    }

    @Test
    void saysThatTrimmingIsAppliedAndPromisesNoMore() {
        Finding finding = find("jvm/frag_trimnative", DumpShare.NONE, "allocator.retention")
                .orElseThrow();

        assertEquals(Finding.Status.APPLIED, finding.status());
        assertEquals(Saving.NONE, finding.saving());
        TrimEstimate again =
                Captured.read("jvm/frag_trimnative", e -> TrimEstimate.of(e.captures(), BestCaptures.of(e.captures())));
        assertTrue(again.high() < 20 * MIB, "the free chunks were given back already: " + again);
    }

    @Test
    void findsAHeapFarAboveItsLiveObjectsOnlyWhereResidentSizesAreKnown() {
        Finding finding =
                find("jvm/gc_Parallel_25", LIVE_20_MIB, "heap.above-live").orElseThrow();
        assertTrue(finding.saving().lowBytes() > 100 * MIB);
        assertTrue(finding.saving().highBytes() <= finding.beforeBytes());

        assertTrue(find("jvm/main17_diffs", LIVE_20_MIB, "heap.above-live").isEmpty());
        assertTrue(find("jvm/gc_Parallel_25", DumpShare.NONE, "heap.above-live").isEmpty());
    }

    @Test
    void findsThreadsLoadersCompilerPeaksAndViews() {
        assertTrue(find("jvm/thr500_25", DumpShare.NONE, "stacks.many")
                .orElseThrow()
                .title()
                .startsWith("514 threads"));
        assertTrue(find("jvm/thr500_25", LIVE_20_MIB, "stacks.many").isEmpty(), "the dump's own finding says it");
        assertTrue(find("jvm/gc_G1_17", DumpShare.NONE, "metaspace.loaders")
                .orElseThrow()
                .title()
                .startsWith("2,062 class loaders"));
        assertEquals(
                0,
                find("jvm/gc_G1_17", DumpShare.NONE, "compiler.peak")
                        .orElseThrow()
                        .saving()
                        .lowBytes());
        assertEquals(
                Saving.NONE,
                find("jvm/gc_Z_17", DumpShare.NONE, "heap.views").orElseThrow().saving());
        assertTrue(find("jvm/gc_G1_17", DumpShare.NONE, "heap.views").isEmpty());
    }

    @Test
    void findsWhatGrewSinceABaselineAndBetweenReportsOfOneFile() throws IOException {
        Finding diff = find("jvm/main25_diffs", DumpShare.NONE, "growth").orElseThrow();
        assertEquals("c-heap.other", diff.owner());
        assertTrue(diff.title().startsWith("Other grew by 136 MiB since the baseline"), diff.title());

        Path log = Files.writeString(
                folder.resolve("log.txt"),
                text("jvm/nmtoff_17/status.txt")
                        + text("jvm/thr500_25/nmt_summary.txt")
                        + text("jvm/gc_Serial_25/nmt_summary.txt"));
        try (Evidence evidence = EvidenceReader.read(List.of(log), EvidenceReader.Options.TEXTS)) {
            Growth growth = Growth.most(evidence.captures()).orElseThrow();
            assertEquals("Java Heap", growth.what());
            assertEquals("heap", growth.line());
            assertEquals((262144 - 131072) * 1024, growth.bytes(), 4 << 20);
        }
    }

    @Test
    void warnsOfAContainerThatIsNearlyFullOrTooSmallForTheHeap() throws IOException {
        Files.writeString(
                folder.resolve("vm_info.txt"),
                text("jvm/gc_G1_17/vm_info.txt")
                        .replace("memory_limit_in_bytes: unlimited", "memory_limit_in_bytes: 2500000 k"));
        Files.writeString(folder.resolve("smaps.txt"), text("jvm/gc_G1_17/smaps.txt"));
        Files.writeString(folder.resolve("flags.txt"), "-XX:MaxHeapSize=4294967296 -XX:+UseG1GC \n");
        try (Evidence evidence = EvidenceReader.read(List.of(folder), EvidenceReader.Options.TEXTS)) {
            List<String> ids = Causes.of(evidence, Ledger.of(evidence, DumpShare.NONE), DumpShare.NONE).stream()
                    .map(r -> r.finding().id())
                    .toList();
            assertTrue(ids.contains("container.limit-close"), ids.toString());
            assertTrue(ids.contains("container.heap-does-not-fit"), ids.toString());
        }
        assertTrue(find("jvm/gc_G1_17", DumpShare.NONE, "container.limit-close").isEmpty(), "there is no limit");
    }

    @Test
    void saysWhatTheSystemRefused() throws IOException {
        Path log = Files.writeString(
                folder.resolve("hs_err.log"),
                "# There is insufficient memory for the Java Runtime Environment to continue.\n"
                        + "# Native memory allocation (malloc) failed to allocate 1048576 bytes for Chunk::new\n");
        try (Evidence evidence = EvidenceReader.read(List.of(log), EvidenceReader.Options.TEXTS)) {
            Ledger ledger = Ledger.of(evidence, DumpShare.NONE);
            Finding finding = Causes.of(evidence, ledger, DumpShare.NONE).get(0).finding();
            assertEquals("process.allocation-refused", finding.id());
            assertTrue(finding.title().contains("1.00 MiB"), finding.title());
        }
    }

    @Test
    void neverPromisesMoreThanTheLineHolds() {
        for (String set : Captured.WHOLE) {
            Ledger ledger = Captured.ledger(set);
            for (RatedFinding rated : findings("jvm/" + set, LIVE_20_MIB)) {
                Finding finding = rated.finding();
                assertTrue(finding.saving().highBytes() <= finding.beforeBytes(), set + " " + finding.id());
                boolean two = finding.id().equals("metaspace.loaders");
                assertTrue(
                        two || finding.saving().highBytes() <= Captured.bytes(ledger, finding.owner()),
                        set + " " + finding.id());
                assertFalse(finding.title().contains("${"), finding.title());
                assertFalse(finding.verify().isEmpty(), finding.id());
                finding.evidence().forEach(proof -> assertFalse(proof.text().contains("${"), proof.text()));
            }
        }
    }

    private static Optional<Finding> find(String set, DumpShare dump, String id) {
        return findings(set, dump).stream()
                .map(RatedFinding::finding)
                .filter(f -> f.id().equals(id))
                .findFirst();
    }

    private static List<RatedFinding> findings(String set, DumpShare dump) {
        return Captured.read(set, e -> Causes.of(e, Ledger.of(e, dump), dump));
    }

    private static String text(String name) throws IOException {
        Path path = Path.of("..", "parser", "src", "test", "resources", "captures", name + ".gz");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(path))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
