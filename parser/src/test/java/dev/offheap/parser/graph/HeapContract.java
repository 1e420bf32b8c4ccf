package dev.offheap.parser.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offheap.parser.InputException;
import dev.offheap.parser.hprof.OwnDump;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What every reader of heap dumps answers of a dump of this JVM. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class HeapContract {
    private Path shared;

    @TempDir
    protected Path folder;

    protected Path dump;
    private HeapGraph heap;
    private String printed;

    /** Opens a dump with temporary files in a folder. */
    protected abstract HeapGraph open(Path file, Path temporary, Progress progress) throws IOException;

    @BeforeAll
    void openADumpOfThisJvm(@TempDir Path ofAllTests) throws IOException {
        shared = ofAllTests;
        Path dumps = Files.createDirectory(shared.resolve("dumps"));
        dump = OwnDump.write(dumps);
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream leak = new ByteArrayOutputStream();
        PrintStream into = new PrintStream(leak, true);
        System.setOut(into);
        System.setErr(into);
        try {
            heap = open(dump, Files.createDirectory(shared.resolve("tmp")), Progress.SILENT);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        printed = leak.toString();
    }

    @AfterAll
    void leaveNothing() throws IOException {
        heap.close();
        assertEquals(List.of(), list(shared.resolve("tmp")), "temporary files");
        assertEquals(List.of(dump), list(dump.getParent()), "beside the dump");
    }

    @Test
    void nothingIsPrinted() {
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
        try (HeapGraph unpacked = open(packed, folder, Progress.SILENT)) {
            assertEquals(heap.objectCount(), unpacked.objectCount());
        } finally {
            Files.delete(packed);
        }
        assertEquals(List.of(), list(folder));
    }

    @Test
    void twoDumpsCanBeOpenAtOnce() throws IOException {
        try (HeapGraph other = open(dump, folder, Progress.SILENT)) {
            assertEquals(other.addressOf(7), heap.addressOf(7));
        }
        assertEquals(-7, marker().bits("count"), "still read from a file that is open");
    }

    @Test
    void aCancelledOpeningLeavesNothing() {
        Progress impatient = share -> {
            throw new CancellationException();
        };
        assertThrows(CancellationException.class, () -> open(dump, folder, impatient));
        assertEquals(List.of(), list(folder));
    }

    @Test
    void whatIsNoDumpIsRefusedInWords() throws IOException {
        Path file = folder.resolve("notes.txt");
        Files.writeString(file, "no dump at all");
        assertTrue(refusal(file).contains("not a heap dump of a JVM"), refusal(file));
        Files.writeString(file, "");
        assertTrue(refusal(file).contains("the file is empty"), refusal(file));
    }

    protected String refusal(Path file) {
        String message = assertThrows(InputException.class, () -> open(file, folder, Progress.SILENT))
                .getMessage();
        assertEquals(List.of(file), list(folder), "temporary files");
        return message;
    }

    private HeapObject marker() {
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

    private Set<Integer> held(int object) {
        Set<Integer> held = new HashSet<>();
        heap.forEachHeld(object, held::add);
        return held;
    }

    protected static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
