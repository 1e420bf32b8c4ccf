package dev.offheap.parser.hotspot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offheap.parser.Captures;
import dev.offheap.parser.Evidence;
import dev.offheap.parser.InputException;
import dev.offheap.parser.capture.RealCaptures;
import dev.offheap.parser.nmt.NmtRegion;
import dev.offheap.parser.process.MemoryRegion;
import dev.offheap.parser.text.Line;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HotspotTextTest {
    private static final long KB = 1024;

    @TempDir
    private Path folder;

    @Test
    void readsWhatAnErrorLogSaysOfTheProcess() {
        VmInfo log = captures("jvm/nmtsum_17_hs_err.log").vmInfos().get(0);

        assertEquals(VmInfo.Kind.HS_ERR, log.kind());
        assertEquals(OptionalLong.of(455024 * KB), log.memory().rss());
        assertEquals(OptionalLong.of(418720 * KB), log.memory().anonymous());
        assertEquals(OptionalLong.of(36304 * KB), log.memory().file());
        assertEquals(
                new VmInfo.CHeap(209732 * KB, OptionalLong.of(24875 * KB), false),
                log.cHeap().orElseThrow());
        assertEquals("glibc 2.36", log.libc().orElseThrow());
        assertEquals("madvise", log.hugePages().orElseThrow());
        assertTrue(log.mallocTunables().isEmpty());
        assertEquals("268435456", log.flags().get("MaxHeapSize"));
        assertFalse(log.flags().containsKey("ErrorFile"), "only flags of memory are kept");
        VmInfo.Container container = log.container().orElseThrow();
        assertEquals(OptionalLong.empty(), container.limit());
        assertEquals(OptionalLong.of(2090488 * KB), container.usage());
    }

    @Test
    void readsTheFormOfJdk8AndWhatEndedTheProcess() {
        VmInfoReader reader = new VmInfoReader("test");
        for (String line : List.of(
                "#",
                "# There is insufficient memory for the Java Runtime Environment to continue.",
                "# Native memory allocation (mmap) failed to map 12582912 bytes for committing reserved memory.",
                "# JRE version: OpenJDK Runtime Environment (8.0_262-b10) (build 1.8.0_262-b10)",
                "rlimit: STACK 8192k, CORE 0k, NPROC 95, NOFILE 1048576, AS 2097152k/infinity",
                "time: Tue Aug  4 10:22:33 2020",
                "timezone: UTC")) {
            reader.take(new Line(1, line));
        }
        VmInfo info = reader.found().orElseThrow();

        assertEquals(VmInfo.Kind.HS_ERR, info.kind());
        assertEquals("8.0_262-b10", info.jdkVersion().orElseThrow());
        assertEquals(Instant.parse("2020-08-04T10:22:33Z"), info.time().orElseThrow());
        assertEquals(OptionalLong.of(12582912), info.refused());
        assertEquals(Map.of("AS", 2L << 30), info.limits());
    }

    @Test
    void readsTheHeapOfEveryCollector() {
        assertEquals(
                heap(262144, 128176),
                captures("jvm/gc_G1_17/vm_info.txt").vmInfos().get(0).heap().orElseThrow());
        assertEquals(
                heap(65536 + 175104, 14811 + 76816),
                captures("jvm/gc_Parallel_25/vm_info.txt")
                        .vmInfos()
                        .get(0)
                        .heap()
                        .orElseThrow());
        assertEquals(
                heap(39296 + 87424, 23152 + 5262),
                captures("jvm/thr500_25/vm_info.txt").vmInfos().get(0).heap().orElseThrow());
        assertEquals(
                heap(256 * KB, 90 * KB),
                captures("jvm/gc_Z_17/vm_info.txt").vmInfos().get(0).heap().orElseThrow());
    }

    @Test
    void readsTheAddressesThatALogNames() {
        List<JvmRange> ranges =
                captures("jvm/gc_Parallel_25/vm_info.txt").vmInfos().get(0).ranges();

        assertTrue(ranges.contains(new JvmRange(JvmRange.Use.JAVA_HEAP, 0xf0000000L, 0x100000000L)));
        assertTrue(ranges.contains(new JvmRange(JvmRange.Use.SHARED_CLASSES, 0x9c000000L, 0x9cd95000L)));
        assertTrue(ranges.contains(new JvmRange(JvmRange.Use.CLASS_SPACE, 0x9d000000L, 0xdd000000L)));
        assertTrue(ranges.contains(new JvmRange(JvmRange.Use.COLLECTOR, 0x7f653d600000L, 0x7f653da00000L)));
        assertEquals(
                3, ranges.stream().filter(r -> r.use() == JvmRange.Use.CODE).count());
    }

    @Test
    void keepsOfTheEnvironmentOnlyTheAllocator() {
        VmInfoReader reader = new VmInfoReader("test");
        for (String line : List.of(
                "LD_PRELOAD=/home/ann/lib/libjemalloc.so.2:/opt/agent.so",
                "glibc malloc tunables: MALLOC_ARENA_MAX=2, MALLOC_SECRET=tell",
                "C-Heap outstanding allocations: 0K, retained: 0K (may have wrapped)",
                "memory_limit_in_bytes: 524288 k")) {
            reader.take(new Line(1, line));
        }
        VmInfo info = reader.found().orElseThrow();

        assertEquals(List.of("libjemalloc.so.2", "agent.so"), info.preloaded());
        assertEquals("MALLOC_ARENA_MAX=2", info.mallocTunables().orElseThrow());
        assertTrue(info.cHeap().orElseThrow().wrapped());
        assertEquals(OptionalLong.of(512 << 20), info.container().orElseThrow().limit());
    }

    @Test
    void readsTheFreeListsOfTheCLibrary() {
        NativeHeap heap = captures("jvm/gc_Parallel_25/native_heap_info.xml")
                .nativeHeaps()
                .get(0);
        VmInfo.CHeap same = captures("jvm/gc_Parallel_25/vm_info.txt")
                .vmInfos()
                .get(0)
                .cHeap()
                .orElseThrow();

        assertEquals(16, heap.arenas().size());
        assertEquals(2998272, heap.arenas().get(0).systemBytes());
        // The same figures by another way, a moment apart.
        assertEquals(same.outstanding(), heap.inUseBytes(), 100 * KB);
        assertEquals(same.retained().orElseThrow(), heap.freeBytes(), 100 * KB);
    }

    @Test
    void doesNotFollowEntitiesOfAHostileDocument() {
        NativeHeapReader reader = new NativeHeapReader("test");
        List<String> lines = List.of(
                "<malloc version=\"1\"><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
                "<heap nr=\"0\"><system type=\"current\" size=\"&e;\"/></heap>",
                "</malloc>");
        for (int i = 0; i < lines.size(); i++) {
            reader.take(new Line(i + 1, lines.get(i)));
        }
        reader.close();

        assertEquals(List.of(), reader.found());
        assertEquals("cut-native-heap", reader.warnings().get(0).code());
    }

    @Test
    void readsTheJvmsOwnMap() {
        SystemMap map =
                captures("jvm/gc_Parallel_25/system_map.txt").systemMaps().get(0);

        assertEquals(332, map.map().regions().size());
        assertEquals(790069248, map.map().rss());
        NmtRegion heap = map.regions().stream()
                .filter(r -> r.category().equals("Java Heap"))
                .findFirst()
                .orElseThrow();
        assertEquals(0xf0000000L, heap.start());
        assertEquals(
                108,
                map.regions().stream()
                        .filter(r -> r.category().equals("Thread Stack"))
                        .count());
        assertTrue(map.map().regions().stream().map(MemoryRegion::baseName).anyMatch("classes.jsa"::equals));
    }

    @Test
    void readsMetaspaceAndCodeCacheInAnyLocale() {
        Metaspace german = captures("jvm/locale_25/metaspace.txt").metaspaces().get(0);
        assertEquals(OptionalLong.of(2038), german.loaders());
        assertEquals(8868 * KB, german.used());

        Metaspace old = captures("jvm/gc_G1_17/metaspace.txt").metaspaces().get(0);
        assertEquals(OptionalLong.of(4031), old.classes());
        assertEquals(13.52 * KB * KB, old.used(), 1);
        assertEquals(18.58 * KB * KB, old.committed(), 1);

        CodeCache cache = captures("jvm/gc_G1_17/codecache.txt").codeCaches().get(0);
        assertEquals(
                new CodeCache.Segment("profiled nmethods", 120032 * KB, 3178 * KB, 3178 * KB),
                cache.segments().get(1));
    }

    @Test
    void readsTheMemoryEventsOfAFlightRecording() throws IOException {
        JfrMemory memory = JfrReader.read(recording(Integer.MAX_VALUE), "memory.jfr");

        assertEquals("25.0.3+9-LTS", memory.jdkVersion().orElseThrow());
        assertTrue(memory.pid().isPresent());
        assertTrue(memory.rss().orElseThrow().last() > 30 << 20);
        JfrMemory.Series direct = memory.directBuffers().orElseThrow();
        assertTrue(direct.growth() >= 12 << 20, "the program allocates 4 MiB every 0.7 s: " + direct);
        assertTrue(memory.categories().get("Other").last() >= direct.last());
        assertTrue(memory.categories().containsKey("Thread Stack"));
        assertTrue(memory.libraries().contains("libjvm.so"));
        assertTrue(memory.heapUsed().isPresent());
    }

    @Test
    void saysThatARecordingIsCut() throws IOException {
        Path cut = recording(50_000);
        InputException refused = Assertions.assertThrows(InputException.class, () -> JfrReader.read(cut, "memory.jfr"));

        assertTrue(refused.getMessage().startsWith("memory.jfr: the flight recording is cut"));
    }

    private Path recording(int bytes) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(RealCaptures.path("other/memory_25.jfr")))) {
            return Files.write(folder.resolve("memory.jfr"), in.readNBytes(bytes));
        }
    }

    private static VmInfo.JavaHeap heap(long committed, long used) {
        return new VmInfo.JavaHeap(committed * KB, used * KB);
    }

    private static Captures captures(String... names) {
        try (Evidence evidence = RealCaptures.read(names)) {
            assertEquals(List.of(), evidence.warnings());
            return evidence.captures();
        }
    }
}
