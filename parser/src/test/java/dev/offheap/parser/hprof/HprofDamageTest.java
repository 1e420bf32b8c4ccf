package dev.offheap.parser.hprof;

import static dev.offheap.parser.hprof.HprofBuilder.INT;
import static dev.offheap.parser.hprof.HprofBuilder.LONG;
import static dev.offheap.parser.hprof.HprofBuilder.OBJECT;
import static dev.offheap.parser.hprof.HprofBuilder.to;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offheap.parser.InputException;
import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.HeapObject;
import dev.offheap.parser.graph.HeapType;
import dev.offheap.parser.graph.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dumps that are cut, damaged, hostile or of something else. */
class HprofDamageTest {
    private static final long NODE = 0x200;

    @TempDir
    Path folder;

    @Test
    void aDumpCutAnywhereGivesWhatIsThereOrOneLine() throws IOException {
        byte[] whole = sound().bytes();
        int before = 0;
        for (int length = 0; length < whole.length; length++) {
            Path cut = Files.write(folder.resolve("cut.hprof"), Arrays.copyOf(whole, length));
            try (HeapGraph heap = HprofHeap.open(cut, folder, Progress.SILENT)) {
                walk(heap);
                assertFalse(heap.facts().complete(), "cut at " + length);
                assertTrue(heap.objectCount() >= before, "cut at " + length);
                before = heap.objectCount();
                String message = heap.warnings().get(0).message();
                assertTrue(message.startsWith("the heap dump ends at byte " + length + " "), message);
            } catch (InputException refusal) {
                assertEquals(0, before, "cut at " + length);
                assertOneLine(refusal);
            }
        }
        assertEquals(5 + 4, before);
    }

    @Test
    void theShareThatIsMissingIsToldFromReferencesThatLeadNowhere() throws IOException {
        HprofBuilder builder = node(HprofBuilder.withBasics())
                .instance(0x1000, NODE, to(0x2000), 1, 1L)
                .instance(0x1020, NODE, to(0x1000), 1, 1L)
                .segment();
        try (HeapGraph heap = open(builder)) {
            String message = heap.warnings().get(0).message();
            assertTrue(
                    message.endsWith("7 objects were read, 50.0 % of their references lead to objects that are"
                            + " missing, so figures are low"),
                    message);
            List<Integer> held = new ArrayList<>();
            heap.forEachHeld(heap.objectAt(0x1000), held::add);
            assertEquals(List.of(), held);
            assertEquals(HeapGraph.NONE, heap.object(heap.objectAt(0x1000)).reference("next"));
        }
    }

    @Test
    void anObjectThatTheEndCutsLeavesNoTraceFarFromTheOthers() throws IOException {
        long cutOff = 0x23_0000_0000L;
        List<Long> others = List.of(0x1000L, 0x46_0000_0000L, 0x69_0000_0000L);
        HprofBuilder builder = node(HprofBuilder.withBasics());
        others.forEach(address -> builder.instance(address, NODE, to(0), 1, 1L));
        byte[] whole = builder.instance(cutOff, NODE, to(0), 1, 1L).segment().bytes();
        Path cut = Files.write(folder.resolve("cut.hprof"), Arrays.copyOf(whole, whole.length - 1));
        try (HeapGraph heap = HprofHeap.open(cut, folder, Progress.SILENT)) {
            assertEquals(HeapGraph.NONE, heap.objectAt(cutOff));
            for (long address : others) {
                assertEquals(address, heap.addressOf(heap.objectAt(address)));
                assertEquals(1, heap.object(heap.objectAt(address)).bits("count"));
            }
        }
    }

    @Test
    void aDamagedSegmentDoesNotHideTheNext() throws IOException {
        HprofBuilder builder = node(HprofBuilder.withBasics())
                .instance(0x1000, NODE, to(0), 1, 1L)
                .garbage(0x77, 1, 2, 3, 4, 5)
                .segment()
                .instance(0x1020, NODE, to(0), 2, 2L)
                .segment()
                .end();
        try (HeapGraph heap = open(builder)) {
            assertFalse(heap.facts().complete());
            assertEquals("heap-damaged", heap.warnings().get(0).code());
            assertEquals(2, heap.object(heap.objectAt(0x1020)).bits("count"));
            assertEquals(1, heap.object(heap.objectAt(0x1000)).bits("count"));
        }
    }

    @Test
    void ofAnObjectDumpedTwiceTheFirstCounts() throws IOException {
        HprofBuilder builder = node(HprofBuilder.withBasics());
        builder.type(NODE, "com/example/Impostor", 0x100).done();
        builder.instance(0x1000, NODE, to(0x100), 1, 1L)
                .instance(0x1000, NODE, to(0x108), 2, 2L)
                .segment()
                .end();
        try (HeapGraph heap = open(builder)) {
            HeapObject object = heap.object(heap.objectAt(0x1000));
            assertEquals("com.example.Node", object.type().name());
            assertEquals(1, object.bits("count"));
            assertEquals(heap.objectAt(0x100), object.reference("next"));
            assertEquals(1, object.type().instances());
            assertEquals("heap-duplicates", heap.warnings().get(0).code());
            walk(heap);
        }
    }

    @Test
    void anInstanceWithoutItsClassIsOfAnUnknownOne() throws IOException {
        HprofBuilder builder = HprofBuilder.withBasics()
                .instance(0x1000, 0x9990, to(0x100), 1, 1L)
                .objectArray(0x1040, 0x9998, 0x1000)
                .segment()
                .end();
        try (HeapGraph heap = open(builder)) {
            assertEquals("unknown", heap.object(heap.objectAt(0x1000)).type().name());
            HeapObject array = heap.object(heap.objectAt(0x1040));
            assertEquals("unknown[]", array.type().name());
            assertEquals(heap.objectAt(0x1000), array.element(0));
            walk(heap);
        }
    }

    @Test
    void namesMayBeMissing() throws IOException {
        HprofBuilder builder = HprofBuilder.withBasics();
        builder.type(NODE, "", 0x100).field("", OBJECT).nameless().done();
        builder.instance(0x1000, NODE, to(0x100)).segment().end();
        try (HeapGraph heap = open(builder)) {
            HeapType type = heap.object(heap.objectAt(0x1000)).type();
            assertEquals("unknown-name@0x200", type.name());
            assertEquals("unknown-name@0xdead", type.fields().get(0).name());
        }
    }

    @Test
    void aClassMayBeAboveItself() throws IOException {
        HprofBuilder builder = HprofBuilder.withBasics();
        builder.type(0x300, "com/example/Snake", 0x308).field("head", OBJECT).done();
        builder.type(0x308, "com/example/Tail", 0x300).field("tail", OBJECT).done();
        builder.instance(0x1000, 0x300, to(0x100), to(0x108)).segment().end();
        try (HeapGraph heap = open(builder)) {
            assertEquals(2, heap.object(heap.objectAt(0x1000)).type().fields().size());
            walk(heap);
        }
    }

    @Test
    void anInstanceMayHaveMoreOrFewerBytesThanItsClassSays() throws IOException {
        HprofBuilder builder = node(HprofBuilder.withBasics())
                .instance(0x1000, NODE, to(0x100))
                .instance(0x1020, NODE, to(0x100), 1, 1L, 1L)
                .segment()
                .end();
        try (HeapGraph heap = open(builder)) {
            HeapObject shorter = heap.object(heap.objectAt(0x1000));
            assertEquals(heap.objectAt(0x100), shorter.reference("next"));
            assertFalse(shorter.has("count"));
            walk(heap);
        }
    }

    @Test
    void anArrayThatClaimsMoreThanThereIsEndsTheDump() throws IOException {
        for (int length : new int[] {1000, Integer.MAX_VALUE, -1}) {
            for (int tag : new int[] {0x22, 0x23}) {
                HprofBuilder builder = node(HprofBuilder.withBasics())
                        .instance(0x1000, NODE, to(0), 1, 1L)
                        .arrayClaiming(tag, 0x2000, tag == 0x22 ? 0x110 : LONG, length)
                        .segment()
                        .end();
                try (HeapGraph heap = open(builder)) {
                    assertFalse(heap.facts().complete());
                    assertEquals(6, heap.objectCount());
                    walk(heap);
                }
            }
        }
    }

    @Test
    void theLengthOfARecordMayReachBeyondTheFile() throws IOException {
        byte[] whole = node(HprofBuilder.withBasics()).segmentClaiming(-1).end().bytes();
        Path file = Files.write(folder.resolve("long.hprof"), whole);
        try (HeapGraph heap = HprofHeap.open(file, folder, Progress.SILENT)) {
            walk(heap);
        }
    }

    @Test
    void whatIsNotAHeapDumpOfAJvmIsRefusedInOneLine() throws IOException {
        assertEquals(
                "built.hprof (at byte 0): a heap dump of Android's runtime, which is not supported; pass one of a JVM,"
                        + " or look at this one with Android Studio",
                refusal(new HprofBuilder(4, "JAVA PROFILE 1.0.3").bytes()));
        byte[] android = new HprofBuilder(4)
                .garbage(0xfe, 0, 0, 0, 1, 0, 0, 0, 1)
                .segment()
                .end()
                .bytes();
        assertTrue(refusal(android).contains("Android"), refusal(android));
        assertTrue(refusal(new HprofBuilder(7).bytes()).contains("identifiers of 7 bytes"));
        assertTrue(refusal(new HprofBuilder(8, "JAVA PROFILE 2.0").bytes()).contains("unknown version"));
        assertTrue(refusal(new byte[0]).contains("the file is empty"));
        assertTrue(refusal("JAVA PROFILE 1.0.2".getBytes()).contains("ends within its header"));
        assertTrue(refusal(new HprofBuilder().bytes()).contains("the file ends before any object"));
        assertTrue(refusal(new HprofBuilder().record(0x55, new byte[3]).bytes()).contains("no record of a heap dump"));
    }

    @Test
    void aDumpWithAnyByteChangedIsReadOrRefused() throws IOException {
        byte[] sound = sound().bytes();
        Random random = new Random(7);
        Path file = folder.resolve("changed.hprof");
        for (int round = 0; round < 2000; round++) {
            byte[] changed = sound.clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            Files.write(file, changed);
            try (HeapGraph heap = HprofHeap.open(file, folder, Progress.SILENT)) {
                walk(heap);
            } catch (InputException refusal) {
                assertOneLine(refusal);
            } catch (RuntimeException | Error failure) {
                throw new AssertionError("in round " + round, failure);
            }
        }
    }

    private static HprofBuilder sound() {
        return node(HprofBuilder.withBasics())
                .segment()
                .threadRoot(0x1000, 1)
                .frameRoot(0x1020, 1)
                .instance(0x1000, NODE, to(0x1020), 1, 1L)
                .instance(0x1020, NODE, to(0x1040), 2, 2L)
                .segment()
                .objectArray(0x1040, 0x110, 0x1000, 0, 0x1020)
                .intArray(0x1060, 1, 2, 3)
                .root(0x05, 0x100)
                .segment()
                .end();
    }

    private static HprofBuilder node(HprofBuilder builder) {
        return builder.type(NODE, "com/example/Node", 0x100)
                .field("next", OBJECT)
                .field("count", INT)
                .field("address", LONG)
                .done();
    }

    /** Asks for all that can be asked. */
    private static void walk(HeapGraph heap) {
        int[] counts = new int[heap.types().size()];
        for (int object = 0; object < heap.objectCount(); object++) {
            assertEquals(object, heap.objectAt(heap.addressOf(object)));
            counts[heap.typeOf(object)]++;
            HeapObject read = heap.object(object);
            for (HeapType.Field field : read.type().fields()) {
                if (read.has(field.name())) {
                    read.bits(field.name());
                }
            }
            for (int i = 0; i < read.length(); i++) {
                read.element(i);
            }
            heap.shallowBytes(object);
            heap.forEachHeld(object, held -> assertTrue(held >= 0 && held < heap.objectCount()));
            heap.dominators().retainedBytes(object);
        }
        for (HeapType type : heap.types()) {
            assertEquals(counts[type.index()], type.instances(), type.name());
            assertEquals(counts[type.index()], heap.instancesOf(type.index()).count(), type.name());
        }
    }

    private HeapGraph open(HprofBuilder builder) throws IOException {
        return HprofHeap.open(builder.write(folder), folder, Progress.SILENT);
    }

    private String refusal(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("built.hprof"), bytes);
        InputException refusal =
                assertThrows(InputException.class, () -> HprofHeap.open(file, folder, Progress.SILENT));
        assertOneLine(refusal);
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList(), "temporary files");
        }
        return refusal.getMessage();
    }

    private static void assertOneLine(InputException refusal) {
        assertTrue(refusal.getMessage().matches("\\S+\\.hprof.*: .+; .+"), refusal.getMessage());
        assertFalse(refusal.getMessage().contains("\n"));
    }
}
