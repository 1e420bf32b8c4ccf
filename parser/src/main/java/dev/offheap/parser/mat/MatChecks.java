package dev.offheap.parser.mat;

import dev.offheap.parser.InputException;
import dev.offheap.parser.hprof.DumpScan;
import dev.offheap.parser.hprof.HprofHeader;
import dev.offheap.parser.hprof.RecordWalk;
import dev.offheap.parser.temporary.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Path;

/** What MAT would stumble over without a word, checked before it starts. */
final class MatChecks {
    /** Java heap that MAT needs besides what grows with the dump, in bytes. */
    private static final long HEAP_BASE = 64L << 20;
    /** Java heap for each byte of dump; measured 1.0, below which it does not fail but crawls. */
    private static final double HEAP_SHARE = 1.03;
    /** Size of its index files for each byte of dump; measured 1.15 to 1.2. */
    private static final double DISK_SHARE = 1.25;

    /** References and bytes of one array that it can multiply without an overflow. */
    private static final long MOST_REFERENCES = (1L << 28) - 1;

    private static final long MOST_ARRAY_BYTES = Integer.MAX_VALUE - 64L;
    /** With more objects of ordinary shape its index of references overflows. */
    private static final long MOST_OBJECTS = 590_000_000;

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

    /**
     * Looks at every record: MAT reads whole dumps of the ordinary form only, and says of others that it has no parser
     * for them, or nothing.
     */
    static void requireReadable(String input, Path dump, HprofHeader header) throws IOException {
        DumpScan scan = DumpScan.of(input, dump, header);
        String place = "at byte " + scan.end();
        if (scan.cut()) {
            throw refusal(
                    input, place, "the file ends before the dump does, and the MAT engine reads whole dumps only");
        } else if (scan.damaged()) {
            throw refusal(input, place, "the dump is damaged, and the MAT engine reads sound dumps only");
        } else if (!RecordWalk.fits(dump, header)) {
            throw refusal(input, "", "a record does not have the length that it says, which the MAT engine believes");
        } else if (scan.longestReferences() > MOST_REFERENCES || scan.largestPrimitives() > MOST_ARRAY_BYTES) {
            throw refusal(input, "", "it holds an array of more than 2 GiB, where the MAT engine miscounts");
        } else if (scan.classesMissing() > 0) {
            throw refusal(input, "", scan.classesMissing() + " classes are missing in it, where the MAT engine ends");
        } else if (scan.objects() > MOST_OBJECTS) {
            throw refusal(input, "", scan.objects() + " objects are more than the MAT engine can number");
        }
    }

    private static InputException refusal(String input, String place, String cause) {
        return new InputException(input, place, cause, OTHER_ENGINE);
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
