package dev.offheap.parser.hprof;

import dev.offheap.parser.InputException;
import dev.offheap.parser.graph.HeapFacts;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * The first bytes of a dump: the format's name ended by a zero, the size of identifiers (u4), and when it was written
 * (u8, milliseconds since 1970).
 *
 * @param format for example {@code JAVA PROFILE 1.0.2}
 * @param identifierBytes 4 or 8
 * @param millis when it was written
 * @param bytes where the first record starts
 */
public record HprofHeader(String format, int identifierBytes, long millis, int bytes) {
    /** No header is longer. */
    public static final int MAX_BYTES = 64;

    private static final String NAME = "JAVA PROFILE ";

    /** Whether a file that starts like this is meant to be a heap dump. */
    public static boolean recognises(byte[] start) {
        return startsWith(start, NAME);
    }

    /**
     * Reads a header.
     *
     * @param input name of the file, for messages
     * @param start its first {@link #MAX_BYTES} bytes, or all if it is shorter
     * @throws InputException when it is none that can be read on
     */
    public static HprofHeader parse(String input, byte[] start) throws InputException {
        if (start.length == 0) {
            throw new InputException(input, "", "the file is empty", "take the dump again");
        }
        if (!recognises(start)) {
            throw new InputException(
                    input,
                    "at byte 0",
                    "not a heap dump of a JVM, which starts with \"" + NAME + "\"",
                    "pass a file written by `jcmd PID GC.heap_dump FILE`");
        }
        int end = NAME.length();
        while (end < start.length && start[end] != 0) {
            end++;
        }
        if (start.length - end < 1 + 4 + 8) {
            throw new InputException(
                    input, "at byte " + start.length, "the file ends within its header", "take the dump again");
        }
        String format = new String(start, 0, end, StandardCharsets.ISO_8859_1);
        switch (format) {
            case "JAVA PROFILE 1.0", "JAVA PROFILE 1.0.1", "JAVA PROFILE 1.0.2" -> {}
            case "JAVA PROFILE 1.0.3" -> throw android(input, 0);
            default ->
                throw new InputException(
                        input,
                        "at byte 0",
                        "unknown version of the heap dump format",
                        "versions up to 1.0.2 can be read, as every JVM since 1.4 writes them");
        }
        ByteBuffer rest = ByteBuffer.wrap(start, end + 1, 12);
        int identifierBytes = rest.getInt();
        if (identifierBytes != 4 && identifierBytes != 8) {
            throw new InputException(
                    input,
                    "at byte " + (end + 1),
                    "identifiers of " + identifierBytes + " bytes, where 4 or 8 are possible",
                    "the file is damaged, take the dump again");
        }
        return new HprofHeader(format, identifierBytes, rest.getLong(), end + 1 + 12);
    }

    /** What is said of a dump of Android's runtime, wherever it is noticed. */
    static InputException android(String input, long position) {
        return new InputException(
                input,
                "at byte " + position,
                "a heap dump of Android's runtime, which is not supported",
                "pass one of a JVM, or look at this one with Android Studio");
    }

    /** The facts of a dump with this header. */
    public HeapFacts facts(boolean complete) {
        Optional<Instant> dumpedAt = millis > 0 ? Optional.of(Instant.ofEpochMilli(millis)) : Optional.empty();
        return new HeapFacts(format, identifierBytes, dumpedAt, complete);
    }

    private static boolean startsWith(byte[] start, String name) {
        return start.length >= name.length()
                && new String(start, 0, name.length(), StandardCharsets.ISO_8859_1).equals(name);
    }
}
