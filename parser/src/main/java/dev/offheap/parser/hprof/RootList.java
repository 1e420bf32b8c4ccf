package dev.offheap.parser.hprof;

import java.util.Arrays;

/** The roots of a dump as they come: addresses, tags and serial numbers of threads. */
final class RootList {
    private long[] addresses = new long[1 << 8];
    private int[] tags = new int[1 << 8];
    private int[] threads = new int[1 << 8];
    private int count;

    void add(int tag, long address, int thread) {
        if (count == tags.length) {
            addresses = Arrays.copyOf(addresses, 2 * count);
            tags = Arrays.copyOf(tags, 2 * count);
            threads = Arrays.copyOf(threads, 2 * count);
        }
        addresses[count] = address;
        tags[count] = tag;
        threads[count++] = thread;
    }

    int count() {
        return count;
    }

    long address(int root) {
        return addresses[root];
    }

    int tag(int root) {
        return tags[root];
    }

    int thread(int root) {
        return threads[root];
    }
}
