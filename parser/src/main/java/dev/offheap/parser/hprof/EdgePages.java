package dev.offheap.parser.hprof;

import java.util.Arrays;

/**
 * Pages of bytes that several threads fill, each its own. A place is the number of a page and an offset in it, in one
 * long. Pages are a little smaller than 1 MiB, so that one with its header fits a region of the G1 collector.
 */
final class EdgePages {
    private static final int PAGE_BITS = 20;
    private static final int PAGE_BYTES = (1 << PAGE_BITS) - 64;
    /** Bytes of a page that may be written to. */
    static final int CAPACITY = PAGE_BYTES - Varint.SLACK;

    private byte[][] pages = new byte[64][];
    private RecordSamples[] samples = new RecordSamples[64];
    private int count;

    /** Makes a page and answers its number. */
    synchronized int add() {
        if (count == pages.length) {
            pages = Arrays.copyOf(pages, 2 * count);
            samples = Arrays.copyOf(samples, 2 * count);
        }
        pages[count] = new byte[PAGE_BYTES];
        samples[count] = new RecordSamples();
        return count++;
    }

    /** The bytes of a page. */
    synchronized byte[] page(int number) {
        return pages[number];
    }

    /** Where in the file objects of a page are. */
    synchronized RecordSamples samples(int number) {
        return samples[number];
    }

    /** All pages, for when all is written. */
    synchronized byte[][] all() {
        return Arrays.copyOf(pages, count);
    }

    static long place(int page, int offset) {
        return (long) page << PAGE_BITS | offset;
    }

    static int page(long place) {
        return (int) (place >>> PAGE_BITS);
    }

    static int offset(long place) {
        return (int) place & (1 << PAGE_BITS) - 1;
    }

    /** Bytes that so many pages take. */
    static long bytes(int pages) {
        return (long) pages * PAGE_BYTES;
    }
}
