package dev.offheap.parser.mat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offheap.parser.InputException;
import dev.offheap.parser.graph.HeapContract;
import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MatHeapTest extends HeapContract {
    @Override
    protected HeapGraph open(Path file, Path temporary, Progress progress) throws IOException {
        return MatHeap.open(file, temporary, progress);
    }

    @Test
    void aCutDumpIsRefusedWithTheByteWhereItEnds() throws IOException {
        Path cut = folder.resolve("cut.hprof");
        byte[] whole = Files.readAllBytes(dump);
        Files.write(cut, Arrays.copyOf(whole, whole.length - 1000));
        String message = refusal(cut);
        assertTrue(message.startsWith("cut.hprof (at byte " + (whole.length - 1000) + "): "), message);
    }

    @Test
    void theNeedForMemoryIsStatedWithTheOption() {
        InputException refusal = assertThrows(
                InputException.class, () -> MatChecks.requireHeap("big.hprof", 2_140_000_000L, 2_000_000_000L));
        assertEquals(
                "big.hprof: the MAT engine needs 2166 MB of Java heap for it and has 1907 MB; "
                        + "start with OFFHEAP_JAVA_OPTS=-Xmx2167m, or leave out `--engine mat`",
                refusal.getMessage());
    }
}
