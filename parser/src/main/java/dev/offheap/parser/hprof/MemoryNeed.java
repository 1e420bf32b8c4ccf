package dev.offheap.parser.hprof;

import dev.offheap.parser.InputException;

/** How much Java heap a dump takes. */
public final class MemoryNeed {
    /** Java heap besides what grows with the dump, in bytes: buffers, classes, the tool itself. */
    private static final long BASE = 96L << 20;
    /** Java heap for each byte of dump. */
    private static final double SHARE = 0.32;
    /** What an edge takes at most on average, in bytes; two to three are usual. */
    private static final int EDGE_BYTES = 3;
    /** What a search over all objects takes for each, in bytes. */
    private static final int SEARCH_BYTES = 4;

    private MemoryNeed() {}

    /**
     * Bytes of Java heap with which a dump of ordinary shape can be analysed, for starting a JVM with.
     *
     * @param dumpBytes size of the unpacked dump
     */
    public static long heapBytesFor(long dumpBytes) {
        return BASE + (long) (dumpBytes * SHARE);
    }

    /** Bytes that the references of a dump take if all of them are long. */
    static long edgeBytesAtMost(FirstPass found) {
        return (found.objects() + found.slots()) * Varint.MAX_BYTES;
    }

    /** Bytes that a dump will take at most, by what the first pass counted. */
    static long of(FirstPass found, int types) {
        long objects = found.objects();
        return BASE
                + found.marks().bytes()
                + TypeIndexes.bytes(objects, types)
                + objects * SEARCH_BYTES
                + objects
                + found.slots() * EDGE_BYTES / 2;
    }

    /**
     * Fails when a dump will not fit.
     *
     * @throws InputException with the number and the option
     */
    static void require(String input, long need, long heapBytes) throws InputException {
        if (need > heapBytes) {
            throw tooSmall(input, need, heapBytes);
        }
    }

    /** What is said when memory does not suffice, or turned out not to. */
    static InputException tooSmall(String input, long need, long heapBytes) {
        long most = Math.max(need, heapBytes + heapBytes / 2) >> 20;
        return new InputException(
                input,
                "",
                "reading it needs about " + most + " MB of Java heap and there are " + (heapBytes >> 20) + " MB",
                "start with OFFHEAP_JAVA_OPTS=-Xmx" + (most + 1) + "m");
    }
}
