package dev.offheap.bin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;

/** A night of incidents, one for each kind of capture that can stand alone, and one whose dump is broken. */
public final class EveryKind {
    /** The names of the incidents that make a report. */
    public static final List<String> GOOD = List.of(
            "dump", "hs-err", "memory", "nmt", "node", "orders", "project", "smaps", "snapshot", "status", "vm-info");

    private static final List<String> JVM = List.of("heap.hprof", "nmt.txt", "smaps.txt", "status.txt", "vm_info.txt");
    private static final List<String> NODE =
            List.of("heap.json", "main.heapsnapshot", "memory.json", "report.json", "smaps.txt");
    private static final Path HS_ERR = Path.of("../parser/src/test/resources/captures/jvm/nmtsum_17_hs_err.log.gz");

    private final Path night;
    private final UnaryOperator<String> content;

    private EveryKind(Path night, UnaryOperator<String> content) {
        this.night = night;
        this.content = content;
    }

    /** Makes the folders. */
    public static Path in(Path night) throws IOException {
        return in(night, content -> content);
    }

    /**
     * Makes the folders of captures that tell of other names.
     *
     * @param content changes what stands in every file, one character for each byte
     */
    public static Path in(Path night, UnaryOperator<String> content) throws IOException {
        new EveryKind(night, content).make();
        return night;
    }

    private void make() throws IOException {
        for (String file : JVM) {
            put("demo/" + file + ".gz", "orders/" + file);
        }
        for (String file : NODE) {
            put("demo-node/" + file + ".gz", "node/" + file);
        }
        put("demo/heap.hprof.gz", "dump/heap.hprof");
        put("demo/nmt.txt.gz", "nmt/nmt.txt");
        put("demo/smaps.txt.gz", "smaps/smaps.txt");
        put("demo/status.txt.gz", "status/status.txt");
        put("demo/vm_info.txt.gz", "vm-info/vm_info.txt");
        put("demo-node/main.heapsnapshot.gz", "snapshot/main.heapsnapshot");
        put("demo-node/memory.json.gz", "memory/memory.json");
        try (InputStream in = Files.newInputStream(HS_ERR)) {
            put(in, "hs-err/hs_err_pid21692.log");
        }
        write("project/package.json", "{\"name\": \"shop\", \"dependencies\": {\"better-sqlite3\": \"^11.0.0\"}}");
        write(
                "project/node_modules/better-sqlite3/package.json",
                "{\"name\": \"better-sqlite3\", \"version\": \"11.1.0\"}");
        write("broken/heap.hprof", "JAVA PROFILE 1.0.2\0");
    }

    private void put(String resource, String to) throws IOException {
        try (InputStream in = Main.class.getResourceAsStream(resource)) {
            put(in, to);
        }
    }

    private void put(InputStream packed, String to) throws IOException {
        write(to, new String(new GZIPInputStream(packed).readAllBytes(), StandardCharsets.ISO_8859_1));
    }

    private void write(String to, String text) throws IOException {
        Path file = night.resolve(to);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content.apply(text), StandardCharsets.ISO_8859_1);
    }
}
