package dev.offheap.bin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch must not need more memory the more incidents there are. */
class BatchMemoryTest {
    private static final int FEW = 30;
    private static final int MANY = 3 * FEW;

    /** In bytes: a name and the like may stay of each; its report would take more than twice as much. */
    private static final long MOST_FOR_EACH = 4 << 10;

    @TempDir
    Path folder;

    @Test
    void theLiveHeapDoesNotGrowWithTheNumberOfIncidents() throws IOException {
        Path first = DemoFiles.unpack("vm_info.txt", folder.resolve("night/orders-1"));
        for (int i = 2; i <= MANY; i++) {
            Path incident = Files.createDirectories(folder.resolve("night/orders-" + i));
            Files.createLink(incident.resolve("vm_info.txt"), first);
        }
        LiveHeap live = new LiveHeap();

        int code = Main.run(
                List.of(
                        "batch",
                        folder.resolve("night").toString(),
                        "-o",
                        folder.resolve("out").toString(),
                        "--jobs",
                        "1"),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(live, true, StandardCharsets.UTF_8));

        assertEquals(ExitCode.DONE, code);
        assertEquals(MANY, live.afterEach.size());
        long growth = live.afterEach.get(MANY - 1) - live.afterEach.get(FEW - 1);
        assertTrue(growth < (MANY - FEW) * MOST_FOR_EACH, "grew by " + growth + " bytes");
    }

    /** Where the command says that an incident is done: what is reachable then, at the few moments that are compared. */
    private static final class LiveHeap extends OutputStream {
        private final List<Long> afterEach = new ArrayList<>();

        @Override
        public void write(int b) {
            if (b == '\n') {
                int number = afterEach.size() + 1;
                afterEach.add(number == FEW || number == MANY ? used() : 0L);
            }
        }

        private static long used() {
            System.gc();
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }
    }
}
