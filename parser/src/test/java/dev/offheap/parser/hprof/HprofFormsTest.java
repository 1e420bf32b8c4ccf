package dev.offheap.parser.hprof;

import static dev.offheap.parser.hprof.HprofBuilder.INT;
import static dev.offheap.parser.hprof.HprofBuilder.LONG;
import static dev.offheap.parser.hprof.HprofBuilder.OBJECT;
import static dev.offheap.parser.hprof.HprofBuilder.to;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offheap.parser.graph.Dominators;
import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.HeapObject;
import dev.offheap.parser.graph.HeapRoot;
import dev.offheap.parser.graph.HeapType;
import dev.offheap.parser.graph.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound dumps of every form that there is. */
class HprofFormsTest {
    private static final long NODE = 0x200;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {4, 8})
    void identifiersOfFourAndEightBytesAreRead(int identifierBytes) throws IOException {
        HprofBuilder builder = node(HprofBuilder.withBasics(identifierBytes))
                .instance(0x1000, NODE, to(0x1010), 7, 1L << 40)
                .instance(0x1010, NODE, to(0), -1, -2L)
                .segment()
                .end();
        try (HeapGraph heap = open(builder)) {
            assertEquals(identifierBytes, heap.facts().identifierBytes());
            HeapObject first = heap.object(heap.objectAt(0x1000));
            assertEquals(heap.objectAt(0x1010), first.reference("next"));
            assertEquals(7, first.bits("count"));
            assertEquals(1L << 40, first.bits("address"));
            HeapObject second = heap.object(first.reference("next"));
            assertEquals(HeapGraph.NONE, second.reference("next"));
            assertEquals(-1, second.bits("count"));
            assertEquals(-2, second.bits("address"));
        }
    }

    @Test
    void aHeapInOneRecordIsWholeWithoutAnEndRecord() throws IOException {
        HprofBuilder builder = node(HprofBuilder.withBasics())
                .instance(0x1000, NODE, to(0), 1, 1L)
                .plain();
        try (HeapGraph heap = open(builder)) {
            assertTrue(heap.facts().complete());
            assertEquals(List.of(), heap.warnings());
            assertEquals(6, heap.objectCount());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 200})
    void theLengthOfAHeapInOneRecordMayBeWrong(int claimed) throws IOException {
        HprofBuilder builder = node(HprofBuilder.withBasics())
                .instance(0x1000, NODE, to(0), 1, 1L)
                .root(0x05, 0x100)
                .plainClaiming(claimed);
        try (HeapGraph heap = open(builder)) {
            assertTrue(heap.facts().complete());
            assertEquals(6, heap.objectCount());
            assertEquals(4, heap.roots().size(), "all classes but that of arrays");
        }
    }

    @Test
    void anEmptySegmentIsNoEnd() throws IOException {
        HprofBuilder builder = node(HprofBuilder.withBasics()).segment().segment();
        builder.name("a string between segments");
        builder.instance(0x1000, NODE, to(0), 1, 1L).segment().end();
        try (HeapGraph heap = open(builder)) {
            assertTrue(heap.facts().complete());
            assertEquals(6, heap.objectCount());
        }
    }

    @Test
    void aSegmentMayEndWithinAnObjectOrSayItHasNoLength() throws IOException {
        HprofBuilder builder = node(HprofBuilder.withBasics())
                .instance(0x1000, NODE, to(0), 1, 1L)
                .segmentClaiming(300)
                .instance(0x1010, NODE, to(0x1000), 1, 1L)
                .segmentClaiming(0)
                .end();
        try (HeapGraph heap = open(builder)) {
            assertTrue(heap.facts().complete(), heap.warnings()::toString);
            assertEquals(7, heap.objectCount());
            assertEquals(Set.of(0x1000L), held(heap, 0x1010));
        }
    }

    @Test
    void onlyTheFirstOfSeveralDumpsIsRead() throws IOException {
        HprofBuilder builder = node(HprofBuilder.withBasics()).segment().end();
        builder.instance(0x1000, NODE, to(0), 1, 1L).segment().end();
        try (HeapGraph heap = open(builder)) {
            assertEquals(5, heap.objectCount());
            assertEquals("heap-several", heap.warnings().get(0).code());
            assertTrue(heap.facts().complete());
        }
    }

    @Test
    void objectsAreNumberedByAddressWhateverTheirOrderInTheFile() throws IOException {
        long[] addresses = LongStream.range(0, 1000)
                .map(i -> 0x10_0000 + (i * 7919 % 1000) * 32)
                .toArray();
        HprofBuilder builder = node(HprofBuilder.withBasics());
        for (int i = 0; i < addresses.length; i++) {
            builder.instance(addresses[i], NODE, to(addresses[(i + 1) % addresses.length]), i, (long) i);
        }
        try (HeapGraph heap = open(builder.segment().end())) {
            for (int i = 0; i < addresses.length; i++) {
                int object = heap.objectAt(addresses[i]);
                assertEquals(5 + (addresses[i] - 0x10_0000) / 32, object);
                assertEquals(Set.of(addresses[(i + 1) % addresses.length]), held(heap, addresses[i]));
                assertEquals(i, heap.object(object).bits("count"));
            }
        }
    }

    @Test
    void addressesMayLieFarApart() throws IOException {
        long[] addresses = {0x1000, 1L << 44, (1L << 44) + 8, 1L << 62, -4096, -8};
        HprofBuilder builder = node(HprofBuilder.withBasics());
        for (int i = 0; i < addresses.length; i++) {
            builder.instance(addresses[i], NODE, to(addresses[(i + 1) % addresses.length]), i, 0L);
        }
        try (HeapGraph heap = open(builder.segment().end())) {
            for (int i = 0; i < addresses.length; i++) {
                assertEquals(5 + i, heap.objectAt(addresses[i]));
                assertEquals(addresses[i], heap.addressOf(5 + i));
                assertEquals(Set.of(addresses[(i + 1) % addresses.length]), held(heap, addresses[i]));
            }
            assertEquals(HeapGraph.NONE, heap.objectAt(1L << 50));
        }
    }

    @Test
    void identifiersNeedNotBeAlignedAddresses() throws IOException {
        HprofBuilder builder = node(HprofBuilder.withBasics());
        for (long i = 1; i <= 50; i++) {
            builder.instance(0x1000 + i, NODE, to(0x1000 + i % 50 + 1), 0, i);
        }
        try (HeapGraph heap = open(builder.segment().end())) {
            assertEquals(55, heap.objectCount());
            for (long i = 1; i <= 50; i++) {
                assertEquals(i, heap.object(heap.objectAt(0x1000 + i)).bits("address"));
                assertEquals(Set.of(0x1000 + i % 50 + 1), held(heap, 0x1000 + i));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 100, 8192, 8193, 100_000})
    void arraysOfAnyLengthHoldTheirElements(int length) throws IOException {
        HprofBuilder builder = HprofBuilder.withBasics();
        long[] elements = new long[length];
        for (int i = 0; i < 1000; i++) {
            builder.instance(0x10_0000 + i * 16L, 0x100);
        }
        TreeSet<Long> expected = new TreeSet<>();
        for (int i = 0; i < length; i++) {
            elements[i] = i % 3 == 2 ? 0 : 0x10_0000 + (i * 7919L % 1000) * 16;
            if (elements[i] != 0) {
                expected.add(elements[i]);
            }
        }
        builder.objectArray(0x1000, 0x110, elements).segment().end();
        try (HeapGraph heap = open(builder)) {
            HeapObject array = heap.object(heap.objectAt(0x1000));
            assertEquals(expected, held(heap, 0x1000));
            assertEquals(length, array.length());
            for (int i = 0; i < length; i += 1 + length / 100) {
                assertEquals(heap.objectAt(elements[i]), array.element(i));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {OBJECT, LONG})
    void arraysMayHaveMoreThanTwoGibibytes(int kind) throws IOException {
        Path dump = HprofBuilder.withBasics().writeWithHugeArray(folder, kind, 270_000_000, 8);
        try (HeapGraph heap = HprofHeap.open(dump, folder, Progress.SILENT)) {
            assertTrue(heap.facts().complete());
            int array = heap.objectAt(0x7000);
            HeapObject object = heap.object(array);
            assertEquals(270_000_000, object.length());
            assertEquals(kind == OBJECT ? HeapGraph.NONE : 0, object.element(269_999_999));
            assertTrue(heap.shallowBytes(array) > 270_000_000L * 4);
        } finally {
            Files.delete(dump);
        }
    }

    @Test
    void arraysOfPrimitiveValuesNeedNoClassInTheDump() throws IOException {
        HprofBuilder builder =
                HprofBuilder.withBasics().intArray(0x1000, 1, -2, 3).segment().end();
        try (HeapGraph heap = open(builder)) {
            HeapObject array = heap.object(heap.objectAt(0x1000));
            assertEquals("int[]", array.type().name());
            assertEquals(HeapGraph.NONE, array.type().classObject());
            assertEquals(-2, array.element(1));
            assertEquals(1, array.type().instances());
            assertEquals(array.type().index(), heap.types().size() - 1);
        }
    }

    @Test
    void aClassHoldsItsStaticFields() throws IOException {
        HprofBuilder builder = HprofBuilder.withBasics();
        builder.type(NODE, "com/example/Node", 0x100)
                .staticField("first", 0x1000)
                .staticField("none", 0)
                .done();
        builder.instance(0x1000, NODE).segment().end();
        try (HeapGraph heap = open(builder)) {
            assertEquals(Set.of(0x1000L), held(heap, NODE));
            assertEquals(Set.of(), held(heap, 0x1000));
            HeapObject type = heap.object(heap.objectAt(NODE));
            assertEquals("java.lang.Class", type.type().name());
            assertEquals(5, type.type().instances());
            assertEquals(0, type.length());
        }
    }

    @Test
    void namesOfClassesAreThoseOfTheSource() throws IOException {
        HprofBuilder builder = HprofBuilder.withBasics();
        builder.type(0x300, "[[I", 0x100).done();
        builder.type(0x308, "[B", 0x100).done();
        builder.type(0x310, "[[Lcom/example/Outer$Inner;", 0x100).done();
        builder.type(0x318, "[Z", 0x100).done();
        try (HeapGraph heap = open(builder.segment().end())) {
            List<String> names = heap.types().stream().map(HeapType::name).toList();
            assertEquals(
                    List.of("int[][]", "byte[]", "com.example.Outer$Inner[][]", "boolean[]"),
                    names.subList(4, names.size()));
        }
    }

    @Test
    void whatAThreadsStackRefersToBelongsToTheThread() throws IOException {
        HprofBuilder builder = node(HprofBuilder.withBasics())
                .threadRoot(0x1000, 3)
                .frameRoot(0x1010, 3)
                .frameRoot(0x1020, 9)
                .instance(0x1000, NODE, to(0), 0, 0L)
                .instance(0x1010, NODE, to(0x1030), 0, 0L)
                .instance(0x1020, NODE, to(0x1030), 0, 0L)
                .instance(0x1030, NODE, to(0), 0, 0L)
                .segment()
                .end();
        try (HeapGraph heap = open(builder)) {
            int thread = heap.objectAt(0x1000);
            assertTrue(heap.roots().contains(new HeapRoot(thread, HeapRoot.Kind.THREAD, HeapGraph.NONE)));
            assertTrue(heap.roots().contains(new HeapRoot(heap.objectAt(0x1010), HeapRoot.Kind.JAVA_FRAME, thread)));
            Dominators dominators = heap.dominators();
            assertEquals(thread, dominators.immediateDominator(heap.objectAt(0x1010)));
            assertEquals(HeapGraph.NONE, dominators.immediateDominator(heap.objectAt(0x1020)), "of no known thread");
            assertEquals(HeapGraph.NONE, dominators.immediateDominator(heap.objectAt(0x1030)), "held by both");
        }
    }

    @Test
    void aChainOfAMillionObjectsIsNoProblem() throws IOException {
        int length = 1_000_000;
        HprofBuilder builder = node(HprofBuilder.withBasics()).root(0xff, 0x10_0000);
        for (long i = 0; i < length; i++) {
            builder.instance(0x10_0000 + i * 32, NODE, to(i + 1 < length ? 0x10_0000 + (i + 1) * 32 : 0), 0, 0L);
        }
        try (HeapGraph heap = open(builder.segment().end())) {
            Dominators dominators = heap.dominators();
            int first = heap.objectAt(0x10_0000);
            assertEquals(first + length - 2, dominators.immediateDominator(first + length - 1));
            assertEquals(length * heap.shallowBytes(first), dominators.retainedBytes(first));
        }
    }

    @Test
    void dominatorsOfATangleAreThoseOfTheTextbook() throws IOException {
        // the example of Lengauer and Tarjan (1979), R at 0x1000, then A to L
        String[] edges = {"RABC", "AD", "BADE", "CFG", "DL", "EH", "FI", "GIJ", "HEK", "IK", "JI", "KIR", "LH"};
        HprofBuilder builder = HprofBuilder.withBasics().root(0xff, address('R'));
        for (String edge : edges) {
            long[] targets =
                    edge.substring(1).chars().mapToLong(HprofFormsTest::address).toArray();
            builder.objectArray(address(edge.charAt(0)), 0x110, targets);
        }
        try (HeapGraph heap = open(builder.segment().end())) {
            String[] expected = {"AR", "BR", "CR", "DR", "ER", "FC", "GC", "HR", "IR", "JG", "KR", "LD"};
            for (String pair : expected) {
                int dominator = heap.dominators().immediateDominator(heap.objectAt(address(pair.charAt(0))));
                assertEquals(heap.objectAt(address(pair.charAt(1))), dominator, pair);
            }
            assertEquals(
                    HeapGraph.NONE, heap.dominators().immediateDominator(heap.objectAt(address('R'))), "of the root");
        }
    }

    private static long address(int letter) {
        return 0x1000 + (letter == 'R' ? 0 : letter - 'A' + 1) * 64L;
    }

    private static HprofBuilder node(HprofBuilder builder) {
        return builder.type(NODE, "com/example/Node", 0x100)
                .field("next", OBJECT)
                .field("count", INT)
                .field("address", LONG)
                .done();
    }

    private HeapGraph open(HprofBuilder builder) throws IOException {
        return HprofHeap.open(builder.write(folder), folder, Progress.SILENT);
    }

    private static Set<Long> held(HeapGraph heap, long address) {
        Set<Long> held = new TreeSet<>();
        heap.forEachHeld(heap.objectAt(address), target -> held.add(heap.addressOf(target)));
        return held;
    }
}
