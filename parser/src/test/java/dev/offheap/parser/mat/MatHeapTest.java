package dev.offheap.parser.mat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offheap.parser.InputException;
import dev.offheap.parser.graph.Dominators;
import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.HeapObject;
import dev.offheap.parser.graph.HeapRoot;
import dev.offheap.parser.graph.HeapType;
import dev.offheap.parser.graph.Progress;
import dev.offheap.parser.graph.ValueKind;
import dev.offheap.parser.hprof.OwnDump;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatHeapTest {
    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path dump;
    private static MatHeap heap;
    private static String printed;

    @BeforeAll
    static void openADumpOfThisJvm() throws IOException {
        Path dumps = Files.createDirectory(shared.resolve("dumps"));
        dump = OwnDump.write(dumps);
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream leak = new ByteArrayOutputStream();
        PrintStream into = new PrintStream(leak, true);
        System.setOut(into);
        System.setErr(into);
        try {
            heap = MatHeap.open(dump, Files.createDirectory(shared.resolve("tmp")), Progress.SILENT);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        printed = leak.toString();
    }

    @AfterAll
    static void leaveNothing() throws IOException {
        heap.close();
        assertEquals(List.of(), list(shared.resolve("tmp")), "temporary files");
        assertEquals(List.of(dump), list(dump.getParent()), "beside the dump");
    }

    @Test
    void whatMatPrintsDoesNotLeak() {
        assertEquals("", printed);
    }

    @Test
    void objectsAreNumberedByAddressWithoutInventedOnes() {
        for (int object = 1; object < heap.objectCount(); object++) {
            assertTrue(Long.compareUnsigned(heap.addressOf(object - 1), heap.addressOf(object)) < 0);
            assertEquals(object, heap.objectAt(heap.addressOf(object)));
        }
        assertTrue(heap.addressOf(0) != 0);
        assertEquals(HeapGraph.NONE, heap.objectAt(0));
        assertEquals(HeapGraph.NONE, heap.objectAt(heap.addressOf(0) + 1));
    }

    @Test
    void everyObjectIsAnInstanceOfItsType() {
        int[] counts = new int[heap.types().size()];
        for (int object = 0; object < heap.objectCount(); object++) {
            counts[heap.typeOf(object)]++;
        }
        for (HeapType type : heap.types()) {
            assertEquals(counts[type.index()], type.instances(), type.name());
            assertTrue(heap.instancesOf(type.index()).allMatch(object -> heap.typeOf(object) == type.index()));
            assertEquals(counts[type.index()], heap.instancesOf(type.index()).count(), type.name());
        }
    }

    @Test
    void fieldsAreReadAsTheyWere() {
        HeapObject marker = marker();
        assertEquals(-7, marker.bits("count"), "of the most derived class");
        assertEquals(1, marker.bits("yes"));
        assertEquals('é', marker.bits("letter"));
        assertEquals(Double.doubleToRawLongBits(-0.5), marker.bits("ratio"));
        assertEquals(Float.floatToRawIntBits(0.5f), marker.bits("half"));
        assertEquals(-3, marker.bits("small"));
        assertEquals(-300, marker.bits("less"));
        assertEquals(1L << 40, marker.bits("many"));
        assertEquals(0, marker.length());
        assertFalse(marker.has("absent"));
        assertEquals(HeapGraph.NONE, marker.reference("absent"));
        assertThrows(IllegalArgumentException.class, () -> marker.bits("absent"));
    }

    @Test
    void elementsAreReadAsTheyWere() {
        HeapObject twice = heap.object(marker().reference("twice"));
        assertEquals("java.lang.Object[]", twice.type().name());
        assertEquals(ValueKind.REFERENCE, twice.type().elements().orElseThrow());
        assertEquals(3, twice.length());
        assertEquals(twice.element(0), twice.element(1));
        assertEquals(HeapGraph.NONE, twice.element(2));
        assertThrows(IndexOutOfBoundsException.class, () -> twice.element(3));
    }

    @Test
    void everyDirectBufferIsFoundWithItsCapacity() {
        HeapObject buffers = heap.object(marker().reference("buffers"));
        HeapObject elements = heap.object(buffers.reference("elementData"));
        for (int i = 0; i < 3; i++) {
            HeapObject buffer = heap.object((int) elements.element(i));
            assertEquals("java.nio.DirectByteBuffer", buffer.type().name());
            assertEquals(1000 + i, buffer.bits("capacity"));
            HeapObject deallocator =
                    heap.object(heap.object(buffer.reference("cleaner")).reference("thunk"));
            assertEquals(buffer.bits("address"), deallocator.bits("address"));
        }
    }

    @Test
    void referentsAreInTheDumpButNotHeld() {
        for (String field : List.of("weak", "soft")) {
            int reference = marker().reference(field);
            int referent = heap.object(reference).reference("referent");
            assertEquals("int[]", heap.types().get(heap.typeOf(referent)).name());
            assertFalse(held(reference).contains(referent));
        }
    }

    @Test
    void anObjectHoldsWhatItsFieldsReferTo() {
        HeapObject marker = marker();
        Set<Integer> held = held(marker.id());
        assertEquals(
                Set.of(
                        marker.reference("buffers"),
                        marker.reference("twice"),
                        marker.reference("weak"),
                        marker.reference("soft"),
                        marker.reference("name")),
                held);
        assertTrue(held(marker.type().classObject()).contains(marker.id()), "by its static field");
    }

    @Test
    void softReferencesKeepAliveAndWeakOnesDoNot() {
        Dominators dominators = heap.dominators();
        HeapObject marker = marker();
        int soft = marker.reference("soft");
        int softlyHeld = heap.object(soft).reference("referent");
        assertEquals(soft, dominators.immediateDominator(softlyHeld));
        int weaklyHeld = heap.object(marker.reference("weak")).reference("referent");
        assertEquals(HeapGraph.NONE, dominators.immediateDominator(weaklyHeld));
        assertEquals(0, dominators.retainedBytes(weaklyHeld));
        assertTrue(dominators.retainedBytes(marker.id()) > heap.shallowBytes(softlyHeld));
    }

    @Test
    void rootsHaveTheirKindAndThread() {
        List<HeapRoot> roots = heap.roots();
        int[] threads = roots.stream()
                .filter(root -> root.kind() == HeapRoot.Kind.THREAD)
                .mapToInt(HeapRoot::object)
                .toArray();
        assertTrue(threads.length > 1);
        assertTrue(roots.stream()
                .filter(root -> root.kind() == HeapRoot.Kind.JAVA_FRAME)
                .allMatch(root -> root.thread() != HeapGraph.NONE));
        assertTrue(roots.stream().anyMatch(root -> root.kind() == HeapRoot.Kind.JNI_GLOBAL));
    }

    @Test
    void aPackedDumpIsReadThroughATemporaryCopy() throws IOException {
        Path packed = OwnDump.pack(dump);
        try (MatHeap unpacked = MatHeap.open(packed, folder, Progress.SILENT)) {
            assertEquals(heap.objectCount(), unpacked.objectCount());
        } finally {
            Files.delete(packed);
        }
        assertEquals(List.of(), list(folder));
    }

    @Test
    void twoDumpsCanBeOpenAtOnce() throws IOException {
        try (MatHeap other = MatHeap.open(dump, folder, Progress.SILENT)) {
            assertEquals(other.addressOf(7), heap.addressOf(7));
        }
        assertEquals(-7, marker().bits("count"), "still read from a file that is open");
    }

    @Test
    void aCancelledOpeningLeavesNothing() {
        Progress impatient = share -> {
            throw new CancellationException();
        };
        assertThrows(CancellationException.class, () -> MatHeap.open(dump, folder, impatient));
        assertEquals(List.of(), list(folder));
    }

    @Test
    void aCutDumpIsRefusedWithTheByteWhereItEnds() throws IOException {
        Path cut = folder.resolve("cut.hprof");
        byte[] whole = Files.readAllBytes(dump);
        Files.write(cut, Arrays.copyOf(whole, whole.length - 1000));
        String message = refusal(cut);
        assertTrue(message.startsWith("cut.hprof (at byte " + (whole.length - 1000) + "): "), message);
    }

    @Test
    void whatIsNoDumpIsRefusedInWords() throws IOException {
        Path file = folder.resolve("notes.txt");
        Files.writeString(file, "no dump at all");
        assertTrue(refusal(file).contains("not a heap dump of a JVM"), refusal(file));
        Files.writeString(file, "");
        assertTrue(refusal(file).contains("the file is empty"), refusal(file));
    }

    @Test
    void theNeedForMemoryIsStatedWithTheOption() {
        InputException refusal = assertThrows(
                InputException.class, () -> MatChecks.requireHeap("big.hprof", 2_140_000_000L, 2_000_000_000L));
        assertEquals(
                "big.hprof: the MAT engine needs 2166 MB of Java heap for it and has 1907 MB; "
                        + "start with OFFHEAP_JAVA_OPTS=-Xmx2167m, or leave out `--engine mat`",
                refusal.getMessage());
    }

    private String refusal(Path file) {
        String message = assertThrows(InputException.class, () -> MatHeap.open(file, folder, Progress.SILENT))
                .getMessage();
        assertEquals(List.of(file), list(folder), "temporary files");
        return message;
    }

    private static HeapObject marker() {
        HeapType type = heap.types().stream()
                .filter(each -> each.name().equals(OwnDump.Marker.class.getName()))
                .findFirst()
                .orElseThrow();
        return heap.object((int) type.statics().stream()
                .filter(field -> field.name().equals("found"))
                .findFirst()
                .orElseThrow()
                .bits());
    }

    private static Set<Integer> held(int object) {
        Set<Integer> held = new HashSet<>();
        heap.forEachHeld(object, held::add);
        return held;
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
