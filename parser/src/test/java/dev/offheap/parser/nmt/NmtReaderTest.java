package dev.offheap.parser.nmt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offheap.parser.Evidence;
import dev.offheap.parser.Warning;
import dev.offheap.parser.capture.RealCaptures;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class NmtReaderTest {
    private static final long KB = 1024;

    @Test
    void readsTotalsAndPeaksOfASummary() {
        NmtReport report = report("jvm/gc_Parallel_25/nmt_summary_B.txt");

        assertEquals(OptionalLong.of(20830), report.pid());
        assertEquals(1, report.scale());
        assertEquals(1890155489, report.total().reserved());
        assertEquals(480115681, report.total().committed());
        assertEquals(147508193, report.mallocBytes());
        assertEquals(OptionalLong.of(163835066), report.malloc().orElseThrow().peak());
    }

    @Test
    void readsEveryPartOfACategory() {
        NmtReport report = report("jvm/gc_Parallel_25/nmt_summary_B.txt");

        NmtCategory type = report.category("Class").orElseThrow();
        assertEquals(4342, type.classes());
        assertEquals(new Allocated(4041390, 36357, OptionalLong.of(4041390)), type.malloc());
        assertEquals(new Mapped(1073741824, 4980736, OptionalLong.of(4980736)), type.mmap());
        assertEquals(
                new NmtCategory.Space(67108864, 14942208, 12619424),
                type.metadata().orElseThrow());
        assertEquals(
                new NmtCategory.Space(1073741824, 4980736, 1918392),
                type.classSpace().orElseThrow());

        NmtCategory thread = report.category("Thread").orElseThrow();
        assertEquals(56, thread.threads());
        assertEquals(new Mapped(57810944, 17006592, OptionalLong.of(17006592)), thread.stack());
        assertEquals(new Allocated(64800, 108, OptionalLong.of(212008)), thread.arena());

        assertEquals(
                19735904,
                report.category("Compiler").orElseThrow().arena().peak().orElseThrow());
        assertEquals(
                1497528, report.category("Native Memory Tracking").orElseThrow().trackingOverhead());
    }

    @Test
    void readsTheSameFiguresAtEveryScaleUpToRounding() {
        NmtReport bytes = report("jvm/gc_G1_17/nmt_summary_B.txt");
        NmtReport kilobytes = report("jvm/gc_G1_17/nmt_summary.txt");

        assertEquals(KB, kilobytes.scale());
        for (NmtCategory category : kilobytes.categories()) {
            long exact = bytes.category(category.name()).orElseThrow().committed();
            assertEquals(exact, category.committed(), 8 * KB, category.name());
        }
        assertEquals(
                1L << 30, report("jvm/main17_diffs/nmt_summary_GB.txt").total().committed());
        assertEquals(
                118L << 20,
                report("jvm/main17_diffs/nmt_summary_MB.txt")
                                        .category("Other")
                                        .orElseThrow()
                                        .committed()
                                / (1L << 20)
                        << 20,
                4L << 20);
    }

    @Test
    void readsTextThatCameThroughALogOrAnotherLocaleOrAWindowsShell() {
        NmtReport windows = report("quirks/crlf_jdk17.txt");
        NmtReport collapsed = report("quirks/whitespace_collapsed_jdk17.txt");
        assertEquals(windows.categories(), collapsed.categories());
        assertEquals(20, windows.categories().size());

        NmtReport prefixed = report("quirks/kubectl_prefixed_jdk25.txt");
        assertEquals(OptionalLong.of(14884), prefixed.pid());
        assertTrue(prefixed.complete());

        NmtReport german = report("quirks/locale_de_jdk25.txt");
        assertEquals(
                7598 * KB,
                german.category("Class").orElseThrow().metadata().orElseThrow().used());
    }

    @Test
    void readsTheVirtualMemoryMapOfADetailReport() {
        for (String set : List.of("gc_G1_17", "gc_Z_17", "gc_Parallel_25", "thr500_25")) {
            NmtReport report = report("jvm/" + set + "/nmt_detail_B.txt");
            long reserved =
                    report.map().stream().mapToLong(NmtRegion::reservedBytes).sum();
            long committed =
                    report.map().stream().mapToLong(NmtRegion::committedBytes).sum();
            // What is not malloc is mapped, and every mapping is a region of the map.
            long mallocBytes = report.mallocBytes();
            assertEquals(report.total().reserved() - mallocBytes, reserved, set);
            assertEquals(report.total().committed() - mallocBytes, committed, set);
        }
    }

    @Test
    void readsTheCallSitesOfADetailReport() {
        NmtReport report = report("jvm/gc_Parallel_25/nmt_detail_B.txt");

        NmtSite largest = report.sites().get(0);
        assertEquals(new NmtSite(List.of("?"), "Other", NmtSite.Kind.MALLOC, 97619616, 127, 0), largest);
        assertTrue(report.sites().stream()
                .anyMatch(s -> s.kind() == NmtSite.Kind.MMAP
                        && s.category().equals("Thread Stack")
                        && s.bytes() == 16822272
                        && s.frames().equals(List.of("thread_native_entry(Thread*)"))));
        long malloc = report.sites().stream()
                .filter(s -> s.kind() == NmtSite.Kind.MALLOC && s.category().equals("Other"))
                .mapToLong(NmtSite::bytes)
                .sum();
        assertEquals(report.category("Other").orElseThrow().mallocBytes(), malloc);
    }

    @Test
    void readsWhatWasAddedSinceABaseline() {
        NmtReport report = report("jvm/main25_diffs/nmt_summary_diff_KB.txt");
        NmtReport.Change change = report.change().orElseThrow();

        assertEquals(185532 * KB, change.total().committed());
        assertEquals(139362 * KB, change.category("Other").orElseThrow().mallocBytes());
        assertEquals(-6889 * KB, change.category("Arena Chunk").orElseThrow().mallocBytes());
        assertEquals(41, change.category("Thread").orElseThrow().threads());
        assertEquals(139396 * KB, report.category("Other").orElseThrow().mallocBytes());

        NmtReport exact = report("jvm/main17_diffs/nmt_detail_diff2_B.txt");
        long sum = exact.change().orElseThrow().categories().stream()
                .mapToLong(NmtCategory::committed)
                .sum();
        assertEquals(exact.change().get().total().committed(), sum);
        assertTrue(exact.sites().stream().anyMatch(s -> s.change() == 428000 && s.count() == 2520));
    }

    @Test
    void tellsACutReportByItsSums() {
        try (Evidence evidence = RealCaptures.read("quirks/truncated_midline_jdk25.txt")) {
            assertFalse(evidence.captures().nmt().get(0).complete());
            assertTrue(evidence.warnings().stream().anyMatch(w -> w.code().equals("nmt-cut")));
        }
    }

    @Test
    void saysWhatARefusalMeansAndWhatToDo() {
        assertEquals("nmt-not-enabled", warning("quirks/not_enabled.txt").code());
        assertTrue(warning("quirks/not_enabled.txt").message().contains("-XX:NativeMemoryTracking=summary"));
        assertEquals(
                "nmt-no-detail",
                warning("quirks/detail_on_summary_level_17.txt").code());
        assertEquals("nmt-bad-command", warning("quirks/nmt_badscale.txt").code());
        assertEquals("nmt-bad-command", warning("quirks/nmt_two_opts.txt").code());
        assertEquals("nmt-statistics", warning("quirks/nmt_statistics.txt").code());
    }

    private static Warning warning(String name) {
        try (Evidence evidence = RealCaptures.read(name)) {
            assertTrue(evidence.captures().nmt().isEmpty());
            return evidence.warnings().get(0);
        }
    }

    private static NmtReport report(String name) {
        try (Evidence evidence = RealCaptures.read(name)) {
            assertEquals(List.of(), evidence.warnings());
            assertEquals(1, evidence.captures().nmt().size());
            return evidence.captures().nmt().get(0);
        }
    }
}
