package dev.offheap.parser.capture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offheap.parser.Evidence;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileTextTest {
    private static final int LINES = 500;
    private static final Duration MOST = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    @Test
    void takesNoLongerForLinesMadeToConfuseItsRules() throws IOException {
        String header =
                "Native Memory Tracking:\nTotal: reserved=1KB, committed=1KB\n- Class (reserved=1KB, committed=1KB)\n";
        for (String line : List.of(
                "(" + "a".repeat(4000),
                "(malloc=" + "1".repeat(4000),
                "(malloc=1KB tag=" + "x ".repeat(2000),
                "(" + "#1 ".repeat(1300),
                "7f0000000000-7f0000001000 r--p 00000000 fe:00 7 " + " ".repeat(3900) + "x",
                "Rss:" + " ".repeat(4000) + "x",
                "Name: " + " ".repeat(4000) + "x",
                "# JRE version: " + "(1".repeat(2000),
                "Both: " + "1".repeat(4000),
                "Both: " + "1 ".repeat(2000),
                "cat: ".repeat(800),
                "-".repeat(2000) + " A" + " A".repeat(900),
                "0x10-0x20 1 rw-p 1 1 4K a b " + " ".repeat(3900) + "x",
                "- " + "(".repeat(4000),
                "- a" + "(reserved=".repeat(390),
                "[0x1]" + "+0x1".repeat(1000))) {
            Path file = folder.resolve("text");
            try (Writer out = Files.newBufferedWriter(file)) {
                out.write(header);
                for (int i = 0; i < LINES; i++) {
                    out.write(line + "\n");
                }
                out.write("Metaspace:\nMemory mappings:\nName: x\nAddress Perm Offset Mapping\n");
                for (int i = 0; i < LINES; i++) {
                    out.write(line + "\n");
                }
            }
            // Some milliseconds per line would be minutes for a file of some megabytes.
            long before = processorTime();
            read(file);
            assertTrue(processorTime() - before < MOST.toNanos(), () -> line.substring(0, 40));
        }
    }

    /** Nanoseconds of this thread: other work on the machine does not count. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Test
    void survivesRealTextsWithDamagedBytes() throws IOException {
        Random random = new Random(7);
        for (String name : List.of(
                "jvm/gc_G1_17/vm_info.txt",
                "jvm/gc_Parallel_25/nmt_detail_B.txt",
                "jvm/gc_Parallel_25/system_map.txt",
                "jvm/gc_Parallel_25/native_heap_info.xml",
                "jvm/gc_G1_17/smaps.txt",
                "profile/jeprof.heap",
                "other/pmap_XX.txt")) {
            byte[] bytes = RealCaptures.text(name).getBytes(StandardCharsets.ISO_8859_1);
            for (int run = 0; run < 5; run++) {
                byte[] damaged = bytes.clone();
                for (int i = 0; i < damaged.length / 50; i++) {
                    damaged[random.nextInt(damaged.length)] = (byte) (32 + random.nextInt(90));
                }
                read(Files.write(folder.resolve("damaged"), damaged));
            }
        }
    }

    private static void read(Path file) {
        try (Evidence evidence = EvidenceReader.read(List.of(file), EvidenceReader.Options.TEXTS)) {
            assertTrue(evidence.inputs().size() == 1);
        }
    }
}
