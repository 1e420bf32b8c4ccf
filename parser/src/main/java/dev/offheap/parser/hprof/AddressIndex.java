package dev.offheap.parser.hprof;

import dev.offheap.parser.graph.HeapGraph;
import java.util.Arrays;

/** Small numbers by address; safe for several threads once it is filled. */
final class AddressIndex {
    private final long[] addresses;
    private final int[] values;
    private final int mask;

    AddressIndex(int expected) {
        int size = Integer.highestOneBit(Math.max(8, expected)) * 4;
        addresses = new long[size];
        values = new int[size];
        Arrays.fill(values, HeapGraph.NONE);
        mask = size - 1;
    }

    void put(long address, int value) {
        int slot = slot(address);
        addresses[slot] = address;
        values[slot] = value;
    }

    /** The number put for an address, or {@link HeapGraph#NONE}. */
    int get(long address) {
        return values[slot(address)];
    }

    private int slot(long address) {
        int slot = (int) (address * 0x9E3779B97F4A7C15L >>> 40) & mask;
        while (values[slot] >= 0 && addresses[slot] != address) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
