package dev.offheap.classifiers.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offheap.classifiers.heap.SmallHeap;
import dev.offheap.parser.graph.ValueKind;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
    private final SmallHeap heap = new SmallHeap();

    @Test
    void readsFieldsOverReferences() {
        SmallHeap.Instance list = list(3, 4);
        HeapRef holder = ref(
                heap.named("Holder").field("list", ValueKind.REFERENCE).make().set("list", list));

        assertEquals(3, Formula.of("list.bytes").number(holder));
        assertEquals(4, Formula.of("list.next.bytes").number(holder));
    }

    @Test
    void addsUpAChain() {
        assertEquals(12, Formula.of("sum(chain(self, 'next'), 'bytes')").number(ref(list(3, 4, 5))));
    }

    @Test
    void aChainThatBitesItsTailEnds() {
        SmallHeap.Instance first = list(3, 4);
        ((SmallHeap.Instance) heap.object(first.reference("next"))).set("next", first);

        assertEquals(2, Formula.of("count(chain(self, 'next'))").number(ref(first)));
    }

    @Test
    void whatIsNotThereIsNothing() {
        HeapRef empty = ref(heap.named("Empty").make());

        assertFalse(Formula.of("handle != 0").holds(empty));
        assertTrue(Formula.of("handle == 0 && handle == null").holds(empty));
        assertEquals(5, Formula.of("missing.further.down + 5").number(empty));
    }

    @Test
    void aFieldNamedLikeAFunctionDoesNotHideIt() {
        HeapRef object =
                ref(heap.named("Counted").field("count", ValueKind.INT).make().set("count", 7));

        assertEquals(1, Formula.of("count(chain(self, 'next'))").number(object));
        assertEquals(7, Formula.of("self.count").number(object));
    }

    @Test
    void aFieldNamedLikeAFunctionMustBeWrittenAsTheObjectsOwn() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Formula.of("min + max(1, 2)"));

        assertTrue(refused.getMessage().endsWith("min is a function; write the field as self.min"));
    }

    @Test
    void knowsBinaryUnits() {
        assertEquals(3L << 20, Formula.of("3 * MiB").number(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new('java.io.File', 'x')",
                "x = 5",
                "while (true) {}",
                "for (i : [1,2]) { i }",
                "() -> 5",
                "'abc'.getClass()",
                "#pragma x 5"
            })
    void refusesEverythingThatIsMoreThanAnExpression(String text) {
        assertThrows(IllegalArgumentException.class, () -> Formula.of(text));
    }

    @Test
    void readsTheElementsOfAListAndTheValuesOfAMap() {
        SmallHeap.Instance entries = array(entry("small", 3), entry("large", 4));
        HeapRef map = ref(heap.named("java.util.HashMap")
                .field("table", ValueKind.REFERENCE)
                .make()
                .set("table", entries));
        HeapRef list = ref(heap.named("java.util.ArrayList")
                .field("elementData", ValueKind.REFERENCE)
                .make()
                .set("elementData", array(list(5), list(6))));

        assertEquals(7, Formula.of("sum(elements(self), 'bytes')").number(map));
        assertEquals(4, Formula.of("valueOf(self, 'large').bytes").number(map));
        assertEquals(0, Formula.of("valueOf(self, 'huge').bytes").number(map));
        assertEquals(11, Formula.of("sum(elements(self), 'bytes')").number(list));
    }

    @Test
    void seesThroughTheWrappersOfACollection() {
        SmallHeap.Kind wrapper =
                heap.named("java.util.Collections$SynchronizedList").field("list", ValueKind.REFERENCE);
        SmallHeap.Instance list = heap.named("java.util.ArrayList")
                .field("elementData", ValueKind.REFERENCE)
                .make()
                .set("elementData", array(list(5)));
        SmallHeap.Instance itself = wrapper.make();
        itself.set("list", itself);

        assertEquals(
                1, Formula.of("count(elements(self))").number(ref(wrapper.make().set("list", list))));
        assertEquals(0, Formula.of("count(elements(self))").number(ref(itself)));
    }

    @Test
    void readsTheStaticFieldsOfAClass() {
        SmallHeap.Kind pool = heap.named("Pool").staticReference("first", list(3, 4));

        assertEquals(
                3,
                Formula.of("first.bytes")
                        .number(new HeapRef(
                                heap,
                                heap.types().get(pool.make().type().index()).classObject())));
    }

    @Test
    void reachesNoJavaObjectBehindAName() {
        Object value = Formula.of("self.class.classLoader")
                .evaluate(ref(heap.named("Empty").make()));

        assertEquals(null, value);
    }

    private HeapRef ref(SmallHeap.Instance instance) {
        return new HeapRef(heap, instance.id());
    }

    private SmallHeap.Instance array(SmallHeap.Instance... held) {
        return heap.named("java.lang.Object[]").make().holding(held);
    }

    private SmallHeap.Instance entry(String key, long bytes) {
        return heap.named("java.util.HashMap$Node")
                .field("key", ValueKind.REFERENCE)
                .field("value", ValueKind.REFERENCE)
                .field("next", ValueKind.REFERENCE)
                .make()
                .set("key", text(key))
                .set("value", list(bytes));
    }

    private SmallHeap.Instance text(String text) {
        SmallHeap.Instance bytes = heap.bytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return heap.named("java.lang.String")
                .field("value", ValueKind.REFERENCE)
                .make()
                .set("value", bytes);
    }

    private SmallHeap.Instance list(long... bytes) {
        SmallHeap.Kind node = heap.named("Node").field("bytes", ValueKind.LONG).field("next", ValueKind.REFERENCE);
        SmallHeap.Instance next = null;
        for (int i = bytes.length - 1; i >= 0; i--) {
            SmallHeap.Instance at = node.make().set("bytes", bytes[i]);
            next = next == null ? at : at.set("next", next);
        }
        return next;
    }
}
