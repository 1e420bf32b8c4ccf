package dev.offheap.parser.nmt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offheap.parser.Evidence;
import dev.offheap.parser.Warning;
import dev.offheap.parser.capture.EvidenceReader;
import dev.offheap.parser.capture.RealCaptures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Grammars of JDK releases that the project cannot run, written out; and what real processes print at their end. */
class NmtVersionsTest {
    private static final long KB = 1024;

    @TempDir
    private Path folder;

    @Test
    void readsJdk8WhereAStackCountsAsCommittedAndClassesHaveNoBlocks() throws IOException {
        NmtReport report = read("""
                4711:

                Native Memory Tracking:

                Total: reserved=1421KB, committed=460KB
                -                 Java Heap (reserved=1024KB, committed=128KB)
                                            (mmap: reserved=1024KB, committed=128KB)\s
                \s
                -                     Class (reserved=101KB, committed=36KB)
                                            (classes #664)
                                            (malloc=5KB #1000)\s
                                            (mmap: reserved=96KB, committed=31KB)\s
                \s
                -                    Thread (reserved=168KB, committed=168KB)
                                            (thread #16)
                                            (stack: reserved=160KB, committed=160KB)
                                            (malloc=6KB #80)\s
                                            (arena=2KB #30)
                \s
                -                  Internal (reserved=128KB, committed=128KB)
                                            (malloc=96KB #2041)\s
                                            (mmap: reserved=32KB, committed=32KB)\s
                \s
                """);

        assertEquals(664, report.category("Class").orElseThrow().classes());
        assertEquals(160 * KB, report.category("Thread").orElseThrow().stack().committed());
        assertEquals(16, report.category("Thread").orElseThrow().threads());
        assertEquals((5 + 6 + 2 + 96) * KB, report.mallocBytes());
        assertTrue(report.complete());
    }

    @Test
    void readsJdk11WithItsFreeSpaceAndSynchronizer() throws IOException {
        NmtReport report = read("""
                Native Memory Tracking:

                Total: reserved=1300KB, committed=210KB
                -                     Class (reserved=1200KB, committed=110KB)
                                            (classes #930)
                                            (  instance classes #830, array classes #100)
                                            (malloc=10KB #1290)\s
                                            (mmap: reserved=1190KB, committed=100KB)\s
                                            (  Metadata:   )
                                            (    reserved=190KB, committed=80KB)
                                            (    used=61KB)
                                            (    free=19KB)
                                            (    waste=0KB =0,00%)
                                            (  Class space:)
                                            (    reserved=1000KB, committed=20KB)
                                            (    used=11KB)
                                            (    free=9KB)
                                            (    waste=0KB =0,00%)
                \s
                -              Synchronizer (reserved=60KB, committed=60KB)
                                            (malloc=60KB #505)\s
                \s
                -                    Module (reserved=40KB, committed=40KB)
                                            (malloc=40KB #990)\s
                """);

        assertEquals(
                61 * KB,
                report.category("Class").orElseThrow().metadata().orElseThrow().used());
        assertEquals(
                20 * KB,
                report.category("Class")
                        .orElseThrow()
                        .classSpace()
                        .orElseThrow()
                        .committed());
        assertEquals(60 * KB, report.category("Synchronizer").orElseThrow().mallocBytes());
    }

    @Test
    void readsJdk21WithDoubleBracketsAndFramesWithoutBlanks() throws IOException {
        NmtReport report = read("""
                99:

                Native Memory Tracking:

                (Omitting categories weighting less than 1KB)

                Total: reserved=8KB, committed=8KB
                       malloc: 8KB #7, peak=9KB #9
                       mmap:   reserved=0KB, committed=0KB

                -        Shared class space (reserved=0KB, committed=0KB, readonly=0KB)
                                            (mmap: reserved=0KB, committed=0KB, at peak)
                \s
                -                     Other (reserved=8KB, committed=8KB)
                                            (malloc=8KB #7) (peak=9KB #9)
                \s
                Details:

                [0x00007f91c2a12345]Unsafe_AllocateMemory0+0x85 in libjvm.so
                [0x00007f91a8a45678]
                                             ((malloc=8KB type=Other #7) (peak=9KB #9))

                (3 call sites weighting less than 1KB each omitted.)
                """);

        assertEquals(
                OptionalLong.of(9 * KB),
                report.category("Other").orElseThrow().malloc().peak());
        assertEquals(
                List.of("Unsafe_AllocateMemory0 in libjvm.so", "?"),
                report.sites().get(0).frames());
        assertEquals("Other", report.sites().get(0).category());
    }

    @Test
    void readsReportsThatPeopleShortenedAndExplained() throws IOException {
        NmtReport report = read("""
                Total:  reserved=900KB,  committed=300KB      <--- all that is tracked
                Java Heap (reserved=800KB, committed=200KB)
                -   Class (reserved=100KB, committed=100KB)   <--- class metadata
                      (malloc=100KB, #66)
                """);

        assertEquals(200 * KB, report.category("Java Heap").orElseThrow().committed());
        assertEquals(
                new Allocated(100 * KB, 66, OptionalLong.empty()),
                report.category("Class").orElseThrow().malloc());
    }

    @Test
    void readsWhatARealProcessPrintsAtItsEndAmongItsOwnOutput() {
        for (String name : List.of("exit_17_summary", "exit_25_summary", "exit_17_detail", "exit_25_detail")) {
            try (Evidence evidence = RealCaptures.read("other/" + name + ".txt")) {
                NmtReport report = evidence.captures().nmt().get(0);
                assertEquals(1, report.scale(), name);
                assertTrue(report.complete(), name);
                assertEquals(5 << 20, report.category("Other").orElseThrow().mallocBytes(), 1000, name);
                assertEquals(name.endsWith("detail"), report.hasMap(), name);
                assertEquals(
                        name.endsWith("detail"),
                        !evidence.captures().metaspaces().isEmpty(),
                        name);
                // The two lines that the program itself printed.
                assertEquals(
                        List.of("lines-passed-over"),
                        evidence.warnings().stream().map(Warning::code).toList(),
                        name);
                assertTrue(evidence.warnings().get(0).message().startsWith("2 line(s)"), name);
            }
        }
    }

    private NmtReport read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("nmt.txt"), text);
        try (Evidence evidence = EvidenceReader.read(List.of(file), EvidenceReader.Options.TEXTS)) {
            assertEquals(List.of(), evidence.warnings());
            assertFalse(evidence.captures().nmt().isEmpty());
            return evidence.captures().nmt().get(0);
        }
    }
}
