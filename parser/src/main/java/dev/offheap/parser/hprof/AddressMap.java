package dev.offheap.parser.hprof;

import dev.offheap.parser.graph.HeapGraph;
import java.util.Arrays;

/** Numbers of objects by their address and the other way round: an object's number is its rank among all addresses. */
final class AddressMap {
    /** Where pages lie further apart than this, their directory is searched instead of indexed. */
    private static final long MAX_DIRECTORY = 1L << 22;

    private static final long[] NO_OBJECTS = new long[AddressMarks.PAGE_WORDS];

    private final int alignmentBits;
    private final long offAlignment;
    private final long[] pageNumbers;
    private final long[][] pages;
    /** Number of the first object of each page, and at the end of all objects. */
    private final int[] firstOfPage;
    /** Pages by number, from the first one on; empty when they are too far apart. */
    private final long[][] directory;

    private final long firstPage;

    /**
     * @param pageNumbers ascending
     * @param pages in that order; their upper halves are filled here
     * @throws ArithmeticException when there are 2^31 objects or more
     */
    AddressMap(int alignmentBits, long[] pageNumbers, long[][] pages) {
        this.alignmentBits = alignmentBits;
        this.offAlignment = (1L << alignmentBits) - 1;
        this.pageNumbers = pageNumbers;
        this.pages = pages;
        this.firstOfPage = new int[pages.length + 1];
        int count = 0;
        for (int page = 0; page < pages.length; page++) {
            firstOfPage[page] = count;
            long[] words = pages[page];
            for (int word = 0; word < words.length; word++) {
                int bits = (int) words[word];
                words[word] = (long) count << 32 | Integer.toUnsignedLong(bits);
                count = Math.addExact(count, Integer.bitCount(bits));
            }
        }
        firstOfPage[pages.length] = count;
        firstPage = pages.length == 0 ? 0 : pageNumbers[0];
        long extent = pages.length == 0 ? 0 : pageNumbers[pages.length - 1] - firstPage + 1;
        directory = new long[extent > MAX_DIRECTORY ? 0 : (int) extent][];
        for (int page = 0; directory.length > 0 && page < pages.length; page++) {
            directory[(int) (pageNumbers[page] - firstPage)] = pages[page];
        }
        for (int i = 0; i < directory.length; i++) {
            directory[i] = directory[i] == null ? NO_OBJECTS : directory[i];
        }
    }

    int count() {
        return firstOfPage[pages.length];
    }

    /** The object at an address, or {@link HeapGraph#NONE}. */
    int objectAt(long address) {
        long word =
                page(address)[(int) (address >>> alignmentBits + AddressMarks.WORD_BITS) & AddressMarks.PAGE_WORDS - 1];
        long bit = 1L << (address >>> alignmentBits & 31);
        if ((word & bit) == 0 || (address & offAlignment) != 0) {
            return HeapGraph.NONE;
        }
        return (int) (word >>> 32) + Integer.bitCount((int) (word & bit - 1));
    }

    private long[] page(long address) {
        long number = address >>> alignmentBits + AddressMarks.PAGE_BITS;
        long index = number - firstPage;
        if (index >= 0 && index < directory.length) {
            return directory[(int) index];
        }
        int place = directory.length > 0 ? -1 : Arrays.binarySearch(pageNumbers, number);
        return place < 0 ? NO_OBJECTS : pages[place];
    }

    /** Address of an object. */
    long addressOf(int object) {
        int place = Arrays.binarySearch(firstOfPage, object + 1);
        int page = (place >= 0 ? place : -place - 1) - 1;
        long[] words = pages[page];
        int low = 0;
        int high = words.length - 1;
        while (low < high) { // the last word with no more objects before it
            int middle = low + high + 1 >>> 1;
            if ((int) (words[middle] >>> 32) <= object) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        int bits = (int) words[low];
        for (int before = object - (int) (words[low] >>> 32); before > 0; before--) {
            bits &= bits - 1;
        }
        long granule = (pageNumbers[page] << AddressMarks.PAGE_BITS)
                + ((long) low << AddressMarks.WORD_BITS)
                + Integer.numberOfTrailingZeros(bits);
        return granule << alignmentBits;
    }
}
