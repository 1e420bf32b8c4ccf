package dev.offheap.parser.hprof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offheap.parser.InputException;
import dev.offheap.parser.Limits;
import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.HeapType;
import dev.offheap.parser.graph.Progress;
import dev.offheap.parser.temporary.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dumps packed with gzip, by the JVM itself in blocks and by other programs as a whole. */
class HprofGzipTest {
    @TempDir
    static Path dumps;

    @TempDir
    Path temporary;

    private static Path blocks;
    private static Path plain;
    private static Path whole;

    @BeforeAll
    static void dumpThisJvm() throws IOException, InterruptedException {
        blocks = dumps.resolve("blocks.hprof.gz");
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        String self = Long.toString(ProcessHandle.current().pid());
        Process dump = new ProcessBuilder(jcmd.toString(), self, "GC.heap_dump", "-gz=1", "-all", blocks.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(dump.getInputStream().readAllBytes());
        assertEquals(0, dump.waitFor(), printed);
        try (TemporaryFolder folder = TemporaryFolder.in(dumps)) {
            plain = Files.copy(Gzip.unpack(blocks, folder, Limits.USUAL), dumps.resolve("plain.hprof"));
        }
        whole = OwnDump.pack(plain);
    }

    @Test
    void aDumpPackedInBlocksIsReadInPlace() throws IOException {
        try (HeapGraph packed = HprofHeap.open(blocks, temporary, Progress.SILENT);
                HeapGraph unpacked = HprofHeap.open(plain, temporary, Progress.SILENT)) {
            assertEquals(List.of(), list(temporary), "nothing was unpacked to disk");
            assertSame(unpacked, packed);
        }
    }

    @Test
    void aDumpPackedAsAWholeIsReadFromACopyThatGoes() throws IOException {
        try (HeapGraph packed = HprofHeap.open(whole, temporary, Progress.SILENT);
                HeapGraph unpacked = HprofHeap.open(plain, temporary, Progress.SILENT)) {
            assertEquals(1, list(temporary).size());
            assertSame(unpacked, packed);
        }
        assertEquals(List.of(), list(temporary));
    }

    @Test
    void aPackedDumpThatIsCutIsReadAsFarAsItGoes() throws IOException {
        for (Path packed : List.of(blocks, whole)) {
            byte[] bytes = Files.readAllBytes(packed);
            Path cut = Files.write(dumps.resolve("cut.hprof.gz"), Arrays.copyOf(bytes, bytes.length * 3 / 4));
            try (HeapGraph heap = HprofHeap.open(cut, temporary, Progress.SILENT)) {
                assertFalse(heap.facts().complete());
                assertTrue(heap.warnings().get(0).message().contains("ends at byte"));
                assertTrue(heap.objectCount() > 10_000);
                heap.object(heap.objectCount() - 1);
            }
        }
        assertEquals(List.of(), list(temporary));
    }

    @Test
    void aDamagedBlockEndsTheDump() throws IOException {
        byte[] bytes = Files.readAllBytes(blocks);
        bytes[bytes.length / 2] ^= 0x55;
        Path damaged = Files.write(dumps.resolve("damaged.hprof.gz"), bytes);
        try (HeapGraph heap = HprofHeap.open(damaged, temporary, Progress.SILENT)) {
            assertFalse(heap.facts().complete());
            assertTrue(heap.objectCount() > 10_000);
        }
    }

    @Test
    void whatCannotBeUnpackedIsRefused() throws IOException {
        Path broken = Files.write(dumps.resolve("broken.hprof.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
        InputException refusal =
                assertThrows(InputException.class, () -> HprofHeap.open(broken, temporary, Progress.SILENT));
        assertEquals(
                "broken.hprof.gz: cannot be unpacked, the file is cut or damaged; copy it again", refusal.getMessage());
        assertEquals(List.of(), list(temporary));
    }

    /** Compares a tenth of all objects, those of each tenth thousand. */
    private static void assertSame(HeapGraph expected, HeapGraph actual) {
        assertEquals(expected.objectCount(), actual.objectCount());
        assertEquals(expected.types(), actual.types());
        assertEquals(expected.facts(), actual.facts());
        for (int object = 0; object < expected.objectCount(); object++) {
            assertEquals(held(expected, object), held(actual, object));
            if (object / 1000 % 10 == 0) {
                List<HeapType.Field> fields = expected.object(object).type().fields();
                for (HeapType.Field field : fields) {
                    if (expected.object(object).has(field.name())) {
                        assertEquals(
                                expected.object(object).bits(field.name()),
                                actual.object(object).bits(field.name()));
                    }
                }
            }
        }
    }

    private static List<Integer> held(HeapGraph graph, int object) {
        List<Integer> held = new ArrayList<>();
        graph.forEachHeld(object, held::add);
        return held;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
