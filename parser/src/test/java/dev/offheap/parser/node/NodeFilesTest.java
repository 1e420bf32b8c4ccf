package dev.offheap.parser.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offheap.parser.Evidence;
import dev.offheap.parser.InputFile;
import dev.offheap.parser.RuntimeKind;
import dev.offheap.parser.capture.EvidenceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NodeFilesTest {
    private static final String REPORT = """
            {"header": {"reportVersion": 4, "event": "secret message", "trigger": "FatalError", "processId": 42,
              "dumpEventTimeStamp": "1795422761700", "nodejsVersion": "v20.20.2", "threadId": 0},
             "javascriptHeap": {"totalCommittedMemory": 1000, "usedMemory": 900, "memoryLimit": 5000,
              "externalMemory": 300, "mallocedMemory": 10},
             "resourceUsage": {"rss": 70000, "constrained_memory": 18446744073709552000},
             "workers": [{"header": {"threadId": 1}, "javascriptHeap": {"totalCommittedMemory": 500}}],
             "environmentVariables": {"TOKEN": "secret"},
             "sharedObjects": ["/srv/shop/node_modules/bcrypt/bcrypt.node"]}
            """;

    @TempDir
    Path folder;

    @Test
    void readsAReportWithItsWorkersAndNothingSecret() throws IOException {
        Evidence evidence = read("report.json", REPORT);
        NodeReport report = evidence.node().reports().get(0);
        assertEquals(RuntimeKind.NODE, evidence.runtime());
        assertEquals("20.20.2", report.version().orElseThrow());
        assertEquals(OptionalLong.of(70_000), report.rssBytes());
        assertEquals(1_000, report.main().orElseThrow().committedBytes());
        assertEquals(500, report.workers().get(0).committedBytes());
        assertEquals(List.of("/srv/shop/node_modules/bcrypt/bcrypt.node"), report.sharedObjects());
        assertFalse(evidence.toString().contains("secret"), evidence.toString());
    }

    @Test
    void readsMemoryUsageAsJsonAndAsTheConsolePrintsIt() throws IOException {
        String json = "{\"rss\":70000,\"heapTotal\":2000,\"heapUsed\":1000,\"external\":300,\"arrayBuffers\":200}";
        for (String text : List.of(json, json.replace("\"", ""), "{\"memoryUsage\":" + json + "}")) {
            NodeMemory memory = read("memory.json", text).node().memories().get(0);
            assertEquals(OptionalLong.of(70_000), memory.rssBytes(), text);
            assertEquals(OptionalLong.of(200), memory.arrayBufferBytes(), text);
        }
    }

    @Test
    void readsHeapStatistics() throws IOException {
        NodeMemory memory = read(
                        "heap.json", "{\"total_heap_size\":2000,\"total_physical_size\":1500,\"malloced_memory\":7}")
                .node()
                .memories()
                .get(0);
        assertEquals(OptionalLong.of(1_500), memory.physicalBytes());
        assertEquals(OptionalLong.of(7), memory.mallocedBytes());
    }

    @Test
    void saysInOneLineWhereAReportIsCut() throws IOException {
        Evidence evidence = read("report.json", REPORT.substring(0, 300));
        InputFile input = evidence.inputs().get(0);
        assertEquals(InputFile.Status.FAILED, input.status());
        assertTrue(
                input.note().orElseThrow().matches("line \\d+ the diagnostic report is cut or damaged; .*"),
                input.note().orElseThrow());
    }

    private Evidence read(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        return EvidenceReader.read(List.of(file), EvidenceReader.Options.TEXTS);
    }
}
