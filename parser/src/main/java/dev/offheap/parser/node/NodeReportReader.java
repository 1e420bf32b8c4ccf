package dev.offheap.parser.node;

import com.fasterxml.jackson.databind.JsonNode;
import dev.offheap.parser.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads a diagnostic report. The sizes of sockets in it are what the kernel reserves for them, not memory of the process,
 * and are left alone.
 */
public final class NodeReportReader {
    private NodeReportReader() {}

    /** @throws InputException when it is cut or damaged */
    public static NodeReport read(InputStream in, String input) throws IOException {
        JsonNode report = NodeJson.read(in, input, "diagnostic report");
        JsonNode header = report.path("header");
        List<IsolateHeap> workers = new ArrayList<>();
        report.path("workers").forEach(worker -> heap(worker).ifPresent(workers::add));
        List<String> objects = new ArrayList<>();
        report.path("sharedObjects").forEach(object -> objects.add(object.asText()));
        String version = header.path("nodejsVersion").asText();
        return new NodeReport(
                input,
                version.isEmpty() ? Optional.empty() : Optional.of(version.replaceFirst("^v", "")),
                NodeJson.bytes(header.path("processId")),
                time(header.path("dumpEventTimeStamp")),
                header.path("trigger").asText(),
                NodeJson.bytes(report.path("resourceUsage").path("rss")),
                heap(report),
                workers,
                objects);
    }

    /**
     * The words that the process was started with.
     *
     * @throws InputException when the report is cut or damaged
     */
    public static List<String> commandLine(InputStream in, String input) throws IOException {
        List<String> words = new ArrayList<>();
        NodeJson.read(in, input, "diagnostic report")
                .path("header")
                .path("commandLine")
                .forEach(word -> words.add(word.asText()));
        return words;
    }

    private static Optional<IsolateHeap> heap(JsonNode report) {
        JsonNode heap = report.path("javascriptHeap");
        OptionalLong committed = NodeJson.bytes(heap.path("totalCommittedMemory"));
        return committed.isEmpty()
                ? Optional.empty()
                : Optional.of(new IsolateHeap(
                        report.path("header").path("threadId").asLong(),
                        committed.getAsLong(),
                        NodeJson.bytes(heap.path("usedMemory")).orElse(0),
                        NodeJson.bytes(heap.path("memoryLimit")).orElse(0),
                        NodeJson.bytes(heap.path("externalMemory")).orElse(0),
                        NodeJson.bytes(heap.path("mallocedMemory")).orElse(0)));
    }

    private static Optional<Instant> time(JsonNode stamp) {
        OptionalLong millis = NodeJson.bytes(stamp);
        return millis.isPresent() ? Optional.of(Instant.ofEpochMilli(millis.getAsLong())) : Optional.empty();
    }
}
