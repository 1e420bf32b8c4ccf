package dev.offheap.parser.hprof;

import java.util.Arrays;

/**
 * One bit for each possible address of an object, in pages that are there only where objects are. Serves the first
 * pass; {@link #rank()} makes the map from addresses to object numbers of it.
 *
 * <p>A page covers 2^17 possible addresses (1 MiB where objects are 8-byte aligned) by 4096 words: the lower half of
 * each has a bit for 32 addresses, the upper half later the number of objects before them. So a lookup touches one
 * word, and the map takes 1/32 of the heap's size.
 */
final class AddressMarks {
    static final int WORD_BITS = 5;
    static final int PAGE_BITS = 17;
    static final int PAGE_WORDS = 1 << PAGE_BITS - WORD_BITS;

    private final int alignmentBits;
    private long[] numbers = new long[1 << 10];
    private long[][] pages = new long[1 << 10][];
    private int used;
    private long lastNumber = -1;
    private long[] lastPage;
    private long unaligned;

    /** @param alignmentBits how many low bits of every address are zero */
    AddressMarks(int alignmentBits) {
        this.alignmentBits = alignmentBits;
    }

    /** Marks an address and tells whether it was not marked before. */
    boolean mark(long address) {
        unaligned |= address;
        long number = address >>> alignmentBits + PAGE_BITS;
        long[] page = number == lastNumber ? lastPage : page(number);
        int word = (int) (address >>> alignmentBits + WORD_BITS) & PAGE_WORDS - 1;
        long bit = 1L << (address >>> alignmentBits & 31);
        long before = page[word];
        page[word] = before | bit;
        return (before & bit) == 0;
    }

    /** Takes a mark back. */
    void unmark(long address) {
        long[] page = page(address >>> alignmentBits + PAGE_BITS);
        int word = (int) (address >>> alignmentBits + WORD_BITS) & PAGE_WORDS - 1;
        page[word] &= ~(1L << (address >>> alignmentBits & 31));
    }

    /** Whether two addresses may have shared a bit, because one was not aligned as expected. */
    boolean misaligned() {
        return (unaligned & (1L << alignmentBits) - 1) != 0;
    }

    /** Bytes that the pages take. */
    long bytes() {
        return (long) used * PAGE_WORDS * Long.BYTES;
    }

    private long[] page(long number) {
        int slot = slot(number);
        if (pages[slot] == null) {
            if (2 * used >= pages.length) {
                grow();
                slot = slot(number);
            }
            numbers[slot] = number;
            pages[slot] = new long[PAGE_WORDS];
            used++;
        }
        lastNumber = number;
        lastPage = pages[slot];
        return lastPage;
    }

    private int slot(long number) {
        int mask = pages.length - 1;
        int slot = (int) (number * 0x9E3779B97F4A7C15L >>> 40) & mask;
        while (pages[slot] != null && numbers[slot] != number) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldNumbers = numbers;
        long[][] oldPages = pages;
        numbers = new long[2 * oldNumbers.length];
        pages = new long[2 * oldPages.length][];
        for (int i = 0; i < oldPages.length; i++) {
            if (oldPages[i] != null) {
                int slot = slot(oldNumbers[i]);
                numbers[slot] = oldNumbers[i];
                pages[slot] = oldPages[i];
            }
        }
    }

    /** Numbers the marked addresses in ascending order (unsigned). Nothing may be marked afterwards. */
    AddressMap rank() {
        long[] inUse = new long[used];
        int count = 0;
        for (int i = 0; i < pages.length; i++) {
            if (pages[i] != null && hasMarks(pages[i])) {
                inUse[count++] = numbers[i];
            }
        }
        inUse = Arrays.copyOf(inUse, count);
        Arrays.sort(inUse); // page numbers are never negative, their upper bits are zero
        long[][] ordered = new long[count][];
        for (int i = 0; i < count; i++) {
            ordered[i] = pages[slot(inUse[i])];
        }
        return new AddressMap(alignmentBits, inUse, ordered);
    }

    /** A page whose only mark was taken back has none. */
    private static boolean hasMarks(long[] page) {
        for (long word : page) {
            if (word != 0) {
                return true;
            }
        }
        return false;
    }
}
