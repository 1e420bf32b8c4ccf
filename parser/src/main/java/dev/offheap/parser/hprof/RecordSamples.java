package dev.offheap.parser.hprof;

import java.util.Arrays;

/** Where in the file some of the objects of a page of edges are: from these one finds the others by reading on. */
final class RecordSamples {
    private int[] offsets = new int[16];
    private long[] positions = new long[16];
    private int count;

    /** Adds an object, with a higher offset than the last one. */
    void add(int offset, long position) {
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * count);
            positions = Arrays.copyOf(positions, 2 * count);
        }
        offsets[count] = offset;
        positions[count++] = position;
    }

    /** Position in the file of the last sampled object at or before an offset. */
    long before(int offset) {
        int place = Arrays.binarySearch(offsets, 0, count, offset);
        return positions[place >= 0 ? place : -place - 2];
    }

    /** Gives back what was taken in advance. */
    void trim() {
        offsets = Arrays.copyOf(offsets, count);
        positions = Arrays.copyOf(positions, count);
    }
}
