package dev.offheap.parser;

import java.time.Duration;

/**
 * What is read at most, so that no input takes all the time, memory or disk there is. What real captures hold lies far
 * below; who has a larger one raises the limit by an option.
 *
 * @param time for the files of one incident
 * @param files of one folder
 * @param textBytes of one text, unpacked
 * @param unpackedTimes that a compressed file may grow to, where that is more than {@link #HARMLESS} bytes
 * @param objects of a heap dump: they are numbered by ints
 */
public record Limits(Duration time, int files, long textBytes, int unpackedTimes, long objects) {
    /** What holds unless options say otherwise. Heaps pack to a tenth, those with many empty arrays to a fiftieth. */
    public static final Limits USUAL = new Limits(Duration.ofMinutes(60), 500, 1L << 30, 100, Integer.MAX_VALUE);

    /** Folders below that of an incident: there may be one per host or hour, not more. */
    public static final int FOLDERS_DEEP = 2;

    /** Brackets in brackets of a JSON text: V8 needs seven, trees of allocations some hundreds. */
    public static final int JSON_DEEP = 2_000;

    /** Characters of one line of a text; the rest of it is passed over. */
    public static final int LINE_CHARACTERS = 1 << 12;

    /** Characters of a message. */
    public static final int MESSAGE_CHARACTERS = 1_000;

    /** Bytes that a compressed file may grow to, however small it is. */
    public static final long HARMLESS = 128L << 20;

    /** Bytes that a compressed file may grow to. */
    public long unpackedBytes(long packedBytes) {
        return Math.max(HARMLESS, unpackedTimes * packedBytes);
    }
}
