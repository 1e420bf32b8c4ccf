package dev.offheap.parser.v8;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offheap.parser.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SnapshotReaderTest {
    @Test
    void readsNodesAndEdgesWhateverTheNumberOfFields() throws IOException {
        for (SnapshotText snapshot : List.of(SnapshotText.ofNode20(), SnapshotText.ofNode24())) {
            int buffer = snapshot.node("object", "ArrayBuffer", 96);
            int data = snapshot.node("native", "system / JSArrayBufferData", 5L << 30);
            snapshot.edge(buffer, "internal", "backing_store", data).element(buffer, 7, buffer);

            V8Heap heap = read(snapshot.text());

            assertEquals(2, heap.nodeCount());
            assertEquals(NodeKind.NATIVE, heap.kind(data));
            assertEquals("system / JSArrayBufferData", heap.name(data));
            assertEquals(5L << 30, heap.selfBytes(data), "a buffer of more than 4 GiB");
            assertEquals(data, heap.follow(buffer, "backing_store"));
            assertEquals(EdgeKind.ELEMENT, heap.edgeKind(1));
            assertEquals("", heap.edgeName(1));
            assertEquals(3, heap.id(data));
        }
    }

    @Test
    void keepsNoStringsOfTheProgramButPathsAndCacheSizes() throws IOException {
        SnapshotText snapshot = SnapshotText.ofNode20();
        int secret = snapshot.node("string", "password", 24);
        int path = snapshot.node("string", "/srv/shop/node_modules/ws/index.js", 24);
        int pragma = snapshot.node("string", "cache_size = -16000", 24);
        V8Heap heap = read(snapshot.text());
        assertEquals("", heap.name(secret));
        assertEquals("/srv/shop/node_modules/ws/index.js", heap.name(path));
        assertEquals("cache_size = -16000", heap.name(pragma));
    }

    @Test
    void readsWhereFunctionsWereDefinedAndWhoAllocated() throws IOException {
        SnapshotText snapshot = SnapshotText.ofNode20();
        int function = snapshot.node("closure", "send", 64);
        snapshot.with(
                "\"trace_function_infos\":[1,2,2],\"trace_tree\":[1,0,0,0,[2,0,3,400,[]]],\"locations\":[0,9,4,2],");
        V8Heap heap = read(snapshot.text().replace(",0,0]", ",2,0]"));
        assertEquals(new SourcePosition(9, 4, 2), heap.position(function).orElseThrow());
        assertEquals(List.of("", ""), heap.allocatedAt(function).orElseThrow().scripts());
    }

    @Test
    void namesTheByteAndTheNextStepWhenTheFileIsCut() {
        SnapshotText snapshot = SnapshotText.ofNode20();
        snapshot.edge(snapshot.node("object", "a", 1), "property", "b", 0);
        String whole = snapshot.text();
        for (int length :
                new int[] {20, whole.indexOf("\"nodes\"") + 14, whole.indexOf("\"edges\"") + 10, whole.length() - 2}) {
            InputException refused = assertThrows(InputException.class, () -> read(whole.substring(0, length)));
            assertTrue(
                    refused.getMessage()
                            .matches("test\\.heapsnapshot \\(at byte \\d+\\): .*; write the snapshot again.*"),
                    refused.getMessage());
        }
    }

    @Test
    void refusesEdgesThatLeadNowhereAndNumbersThatCannotBe() {
        SnapshotText snapshot = SnapshotText.ofNode20();
        snapshot.edge(snapshot.node("object", "a", 1), "property", "b", 0);
        String whole = snapshot.text();
        Stream.of(
                        whole.replace("2,2,0]", "2,2,7]"),
                        whole.replace("2,2,0]", "2,2,-7]"),
                        whole.replace("2,2,0]", "2,2,3]"),
                        whole.replace("2,2,0]", "2,2,0,2,2,0]"),
                        whole.replace("2,2,0]", "2,999999999999,0]"),
                        whole.replace("2,2,0]", "2,2.5,0]"),
                        whole.replace("\"edges\":[", "\"other\":["),
                        whole.replace("\"edges\":[", "\"nodes\":[],\"edges\":["),
                        whole.replace("\"node_fields\":[\"type\"", "\"node_fields\":[\"kind\""),
                        whole.replace("\"node_types\":", "\"node_types\":7,\"other\":"),
                        whole.replace("\"edge_fields\":", "\"edge_fields\":{},\"other\":"))
                .forEach(broken -> assertThrows(InputException.class, () -> read(broken), broken));
    }

    private static V8Heap read(String text) throws IOException {
        return SnapshotReader.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "test.heapsnapshot");
    }
}
