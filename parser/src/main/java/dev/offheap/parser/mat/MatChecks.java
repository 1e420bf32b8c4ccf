package dev.offheap.parser.mat;

import dev.offheap.parser.InputException;
import dev.offheap.parser.hprof.HprofHeader;
import dev.offheap.parser.hprof.RecordWalk;
import dev.offheap.parser.hprof.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What MAT would stumble over without a word, checked before it starts. */
final class MatChecks {
    /** Java heap that MAT needs besides what grows with the dump, in bytes. */
    private static final long HEAP_BASE = 64L << 20;
    /** Java heap for each byte of dump; measured 1.0, below which it does not fail but crawls. */
    private static final double HEAP_SHARE = 1.03;
    /** Size of its index files for each byte of dump; measured 1.15 to 1.2. */
    private static final double DISK_SHARE = 1.25;

    private static final String OTHER_ENGINE = "leave out `--engine mat`, the default engine reads it";

    private MatChecks() {}

    static void requireHeap(String input, long dumpBytes, long heapBytes) throws InputException {
        long need = heapNeed(dumpBytes);
        if (heapBytes < need) {
            throw new InputException(
                    input,
                    "",
                    "the MAT engine needs " + megabytes(need) + " of Java heap for it and has " + megabytes(heapBytes),
                    "start with OFFHEAP_JAVA_OPTS=-Xmx" + ((need >> 20) + 1) + "m, or leave out `--engine mat`");
        }
    }

    /** Bytes of Java heap that MAT needs for a dump of so many bytes (unpacked). */
    static long heapNeed(long dumpBytes) {
        return HEAP_BASE + (long) (dumpBytes * HEAP_SHARE);
    }

    static void requireDisk(String input, long dumpBytes, TemporaryFolder folder) throws IOException {
        long need = (long) (dumpBytes * DISK_SHARE);
        long free = folder.freeBytes();
        if (free < need) {
            throw new InputException(
                    input,
                    "",
                    "the MAT engine writes " + megabytes(need) + " of temporary files for it and the disk has "
                            + megabytes(free),
                    "name a folder with more room: OFFHEAP_JAVA_OPTS=-Djava.io.tmpdir=DIR");
        }
    }

    static void requireWhole(String input, Path dump, HprofHeader header) throws IOException {
        long size = Files.size(dump);
        long end = RecordWalk.end(dump, header);
        if (end != size) {
            throw new InputException(
                    input,
                    "at byte " + size,
                    "the file ends within a record that goes on to byte " + end
                            + ", the MAT engine reads whole dumps only",
                    OTHER_ENGINE + " as far as it goes");
        }
        if (size == header.bytes()) {
            throw new InputException(input, "at byte " + size, "the file ends after its header", "take the dump again");
        }
    }

    /** Says in words what MAT threw; its own messages are often but the key of a text that it does not have. */
    static InputException failed(String input, Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        String what = message == null || message.matches("\\w+_(Error|Warning)_.*")
                ? root.getClass().getSimpleName()
                : message.replaceAll("\\s+", " ");
        InputException failure =
                new InputException(input, "", "the MAT engine gave up reading it (" + what + ")", OTHER_ENGINE);
        failure.initCause(cause);
        return failure;
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }
}
