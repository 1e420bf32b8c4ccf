package dev.offheap.parser.hprof;

import dev.offheap.parser.InputException;

/** How much Java heap a dump takes. */
public final class MemoryNeed {
    /** Java heap besides what grows with the dump, in bytes: buffers, classes, the tool itself. */
    private static final long BASE = 96L << 20;
    /** Java heap for each byte of dump; 0.26 was needed where objects are as small as they get. */
    private static final double SHARE = 0.32;
    /** What a reference field or an element takes on average, in bytes; measured 1 to 2, for many are null. */
    private static final double SLOT_BYTES = 1.5;
    /** Bytes for each object: its place here, and what a search over all objects notes of it. */
    private static final double OBJECT_BYTES = 1.5 + 4.25;

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

    /**
     * Bytes that a dump will take, by what the first pass counted.
     *
     * @param mostSlots references that fit into the file at most: an array may claim more than there are
     */
    static long of(FirstPass found, int types, long mostSlots) {
        return BASE
                + found.marks().bytes()
                + TypeIndexes.bytes(found.objects(), types)
                + (long) (found.objects() * OBJECT_BYTES)
                + (long) (Math.min(found.slots(), mostSlots) * SLOT_BYTES);
    }

    /** Bytes that dominators take besides the graph, while they are computed. */
    static long ofDominators(long objects, long references) {
        return objects * (9 * Integer.BYTES) + references * Integer.BYTES;
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

    /** What is said when memory turned out not to suffice. */
    static InputException exhausted(String input) {
        long heapBytes = Runtime.getRuntime().maxMemory();
        return tooSmall(input, heapBytes + heapBytes / 2, heapBytes);
    }

    private static InputException tooSmall(String input, long need, long heapBytes) {
        return new InputException(
                input,
                "",
                "reading it needs about " + (need >> 20) + " MB of Java heap and there are " + (heapBytes >> 20)
                        + " MB",
                "start with OFFHEAP_JAVA_OPTS=-Xmx" + ((need >> 20) + 1) + "m");
    }
}
