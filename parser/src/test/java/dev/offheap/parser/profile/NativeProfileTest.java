package dev.offheap.parser.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offheap.parser.Evidence;
import dev.offheap.parser.capture.EvidenceReader;
import dev.offheap.parser.capture.RealCaptures;
import dev.offheap.parser.text.Line;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three tools on one program: 60 deflaters, 12 zstd contexts and an SQLite database in memory. What they hold was measured
 * with every allocation recorded, by async-profiler and by heaptrack alike: 15.53, 30.92 and 12.57 MiB.
 */
class NativeProfileTest {
    private static final double MIB = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void readsARecordingOfAsyncProfilerAndScalesItsSamples() throws IOException {
        Path recording = folder.resolve("recording.jfr");
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(RealCaptures.path("profile/nativemem_64k.jfr")))) {
            Files.copy(in, recording);
        }
        try (Evidence evidence = EvidenceReader.read(List.of(recording), EvidenceReader.Options.TEXTS)) {
            NativeProfile profile = evidence.captures().profiles().get(0);
            assertEquals("async-profiler", profile.tool());
            assertFalse(profile.exact(), "one allocation in 64 KiB was recorded");
            assertNear(profile, 0.02);
        }
    }

    @Test
    void readsAProfileOfJemallocAndScalesItsSamples() {
        try (Evidence evidence = RealCaptures.read("profile/jeprof.heap")) {
            assertEquals("jemalloc-profile", evidence.inputs().get(0).kind());
            assertEquals(List.of(), evidence.warnings());
            NativeProfile profile = evidence.captures().profiles().get(0);
            assertEquals("jemalloc", profile.tool());
            // It counts what its size classes take, not what was asked for.
            assertNear(profile, 0.2);
        }
    }

    @Test
    void readsWhatHeaptrackInterpreted() {
        try (Evidence evidence = RealCaptures.read("profile/heaptrack.txt")) {
            assertEquals("heaptrack", evidence.inputs().get(0).kind());
            assertEquals(List.of(), evidence.warnings());
            NativeProfile profile = evidence.captures().profiles().get(0);
            assertTrue(profile.exact());
            // 60 deflaters are open, 40 were ended.
            assertEquals(60 * 268_000, profile.libraries().get("libz.so.1"), 0.02 * 60 * 268_000);
            assertTrue(profile.libraries().get(NativeProfile.JVM) > 1 * MIB);
        }
    }

    @Test
    void knowsWhatIsLiveFromEventsInAnyOrder() {
        LiveAllocations live = new LiveAllocations();
        live.freed(0x10, 20);
        live.allocated(0x10, 10, 500, 0);
        live.allocated(0x10, 30, 70, 1);
        live.allocated(0x20, 40, 8, 0);
        live.freed(0x30, 1);

        assertEquals(Map.of(0, 8L, 1, 70L), live.live(0));
        assertEquals(Map.of(0, 100L, 1, 100L), live.live(100));
        assertEquals(1.0, live.unseen(), "of 0x30 the allocation was not seen");
    }

    @Test
    void keepsEveryAddressApartWhenThereAreMany() {
        LiveAllocations live = new LiveAllocations();
        Random random = new Random(1);
        long expected = 0;
        for (int i = 0; i < 100_000; i++) {
            long address = random.nextLong() | 1;
            live.allocated(address, i, 16, 0);
            if (i % 3 == 0) {
                live.freed(address, i + 1);
            } else {
                expected += 16;
            }
        }
        assertEquals(Map.of(0, expected), live.live(0));
    }

    @Test
    void givesNobodyWhatCodeWithoutAFileAllocated() {
        HeaptrackReader reader = new HeaptrackReader("test");
        Stream.of(
                        "v 10400 3",
                        "s c libc.so.6",
                        "s 9 libjvm.so",
                        "i 10 1",
                        "i 20",
                        "i 30 2",
                        "t 3 0",
                        "t 2 1",
                        "t 1 2",
                        "t 1 1",
                        "a 64 3",
                        "a 8 4",
                        "+ 0",
                        "+ 1")
                .map(text -> new Line(1, text))
                .forEach(reader::take);

        assertEquals(
                Map.of(NativeProfile.UNKNOWN, 0x64L, NativeProfile.JVM, 8L),
                reader.found().orElseThrow().libraries());
    }

    @Test
    void survivesAHostileHeaptrackFile() {
        HeaptrackReader reader = new HeaptrackReader("test");
        List<String> lines = List.of(
                "v 10400 3",
                "s ffffffffffffffff x",
                "s 3 lib",
                "i zz 7fffffff",
                "t 1 1",
                "t 2 ffff",
                "a 7fffffffffffffff 1",
                "a 10 2",
                "a 10 99999999",
                "+ 0",
                "+ 0",
                "+ 1",
                "+ 2",
                "+ ffffffffffff",
                "- 5",
                "a",
                "+ ",
                "i");
        for (int i = 0; i < lines.size(); i++) {
            reader.take(new Line(i + 1, lines.get(i)));
        }
        assertEquals(
                Map.of(NativeProfile.UNKNOWN, 32L), reader.found().orElseThrow().libraries());
    }

    private static void assertNear(NativeProfile profile, double tolerance) {
        Map<String, Double> truth = Map.of("z", 15.53 * MIB, "zstd", 30.92 * MIB, "sqlite", 12.57 * MIB);
        truth.forEach((library, bytes) -> {
            long sum = profile.libraries().entrySet().stream()
                    .filter(e -> library.equals(name(e.getKey())))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            assertEquals(bytes, sum, tolerance * bytes, library + " in " + profile);
        });
    }

    private static String name(String library) {
        if (library.startsWith("libzstd")) {
            return "zstd";
        }
        return library.startsWith("libz") ? "z" : library.startsWith("sqlite") ? "sqlite" : library;
    }
}
