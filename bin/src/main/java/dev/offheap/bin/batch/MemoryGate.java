package dev.offheap.bin.batch;

import dev.offheap.parser.hprof.MemoryNeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/** Lets as many incidents in at once as the Java heap has room for; one that needs it all goes alone. */
final class MemoryGate {
    private static final long MIB = 1 << 20;

    /** What a compressed dump grows to; dumps of real services unpack to three to six times. */
    private static final int UNPACKED = 6;

    private final int roomMib;
    private final Semaphore room;

    MemoryGate(long heapBytes) {
        roomMib = (int) Math.max(1, Math.min(Integer.MAX_VALUE, heapBytes / MIB));
        // Fair: a large incident must not wait until all small ones are done.
        room = new Semaphore(roomMib, true);
    }

    /** Waits for room; what it returns is to be given back. */
    int enter(Incident incident) throws InterruptedException {
        int need = (int) Math.min(roomMib, needBytes(incident) / MIB + 1);
        room.acquire(need);
        return need;
    }

    void leave(int need) {
        room.release(need);
    }

    private static long needBytes(Incident incident) {
        long largest = incident.inputs().stream()
                .mapToLong(MemoryGate::largestBytes)
                .max()
                .orElse(0);
        return MemoryNeed.heapBytesFor(largest);
    }

    private static long largestBytes(Path input) {
        try (Stream<Path> files = Files.walk(input, 2)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .mapToLong(MemoryGate::unpackedBytes)
                    .max()
                    .orElse(0);
        } catch (IOException | RuntimeException e) {
            return 0; // reading it will say why it cannot be read
        }
    }

    private static long unpackedBytes(Path file) {
        try {
            return Files.size(file) * (file.toString().endsWith(".gz") ? UNPACKED : 1);
        } catch (IOException e) {
            return 0;
        }
    }
}
