package dev.offheap.parser.capture;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What the first bytes of a file say it is. */
enum FileKind {
    HPROF("hprof", ""),
    JFR("jfr", ""),
    V8_SNAPSHOT("v8-heap-snapshot", ""),
    NODE_REPORT("node-report", ""),
    NODE_MEMORY("node-memory", ""),
    SOURCE_MAP("source-map", ""),
    TEXT("text", ""),
    EMPTY("empty", "the file is empty; the command that wrote it failed, capture it again"),
    ZIP("zip", "it is an archive; unpack it and pass the folder"),
    CORE(
            "elf",
            "it is a core dump or a program; jhsdb jmap --binaryheap --core FILE turns a core dump into a heap dump"),
    BINARY(
            "unknown",
            "it is no heap dump and no text of a kind that is read here; offheap analyze --help lists the kinds");

    private static final int WINDOW = 4096;

    /** {@code process.memoryUsage()} or {@code v8.getHeapStatistics()}, also inside an object with both. */
    private static final Pattern NODE_FIGURES =
            Pattern.compile("\\{(?:['\"]?\\w+['\"]?:\\{)?['\"]?(?:rss['\"]?:\\d+,['\"]?heapTotal|total_heap_size)\\b");

    private final String id;
    private final String refusal;

    FileKind(String id, String refusal) {
        this.id = id;
        this.refusal = refusal;
    }

    /** Name of the kind in a report. */
    String id() {
        return id;
    }

    /** Why a file of this kind is not read and what to do; empty for the kinds that are. */
    String refusal() {
        return refusal;
    }

    /** @param head the beginning of the file, unpacked */
    static FileKind of(byte[] head) {
        if (head.length == 0) {
            return EMPTY;
        }
        String text = new String(head, 0, Math.min(head.length, WINDOW), StandardCharsets.ISO_8859_1);
        if (text.startsWith("JAVA PROFILE 1.")) {
            return HPROF;
        }
        if (text.startsWith("FLR\0")) {
            return JFR;
        }
        if (text.startsWith("PK\3\4")) {
            return ZIP;
        }
        if (text.startsWith("\u007fELF")) {
            return CORE;
        }
        if (text.startsWith("\u00ff\u00fe") || text.startsWith("\u00fe\u00ff")) {
            return TEXT;
        }
        if (text.indexOf('\0') >= 0) {
            return BINARY;
        }
        String json = text.replaceAll("\\s+", "");
        if (json.startsWith("{\"snapshot\":{")) {
            return V8_SNAPSHOT;
        }
        if (json.startsWith("{\"header\":{\"reportVersion\"")) {
            return NODE_REPORT;
        }
        if (json.startsWith("{\"version\":3,\"")) {
            return SOURCE_MAP;
        }
        return NODE_FIGURES.matcher(json).lookingAt() ? NODE_MEMORY : TEXT;
    }
}
