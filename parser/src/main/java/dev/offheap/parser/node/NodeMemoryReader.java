package dev.offheap.parser.node;

import com.fasterxml.jackson.databind.JsonNode;
import dev.offheap.parser.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** Reads what {@code process.memoryUsage()} and {@code v8.getHeapStatistics()} returned, as JSON or as printed. */
public final class NodeMemoryReader {
    private NodeMemoryReader() {}

    /** @throws InputException when it is cut, damaged or has none of the figures */
    public static NodeMemory read(InputStream in, String input) throws IOException {
        JsonNode tree = NodeJson.read(in, input, "memory usage of Node.js");
        NodeMemory memory = new NodeMemory(
                input,
                find(tree, "rss"),
                find(tree, "heapTotal", "total_heap_size"),
                find(tree, "heapUsed", "used_heap_size"),
                find(tree, "external", "external_memory"),
                find(tree, "arrayBuffers"),
                find(tree, "total_physical_size"),
                find(tree, "heap_size_limit"),
                find(tree, "malloced_memory"));
        if (memory.isEmpty()) {
            throw new InputException(
                    input, "", "it has no figure of process.memoryUsage()", "write that call's result as JSON");
        }
        return memory;
    }

    /** The figures of both calls may lie side by side in one object. */
    private static OptionalLong find(JsonNode tree, String... names) {
        for (String name : names) {
            OptionalLong value = NodeJson.bytes(tree.path(name));
            for (JsonNode part : tree) {
                value = value.isPresent() ? value : NodeJson.bytes(part.path(name));
            }
            if (value.isPresent()) {
                return value;
            }
        }
        return OptionalLong.empty();
    }
}
