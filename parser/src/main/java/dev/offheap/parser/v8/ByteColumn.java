package dev.offheap.parser.v8;

import java.util.Arrays;

/** Small numbers in the order in which they were read; see {@link IntColumn}. */
final class ByteColumn {
    private static final int BITS = 16;
    private static final int PAGE = 1 << BITS;

    private byte[][] pages = new byte[16][];
    private int size;

    void add(int value) {
        int page = size >>> BITS;
        if ((size & PAGE - 1) == 0) {
            if (page == pages.length) {
                pages = Arrays.copyOf(pages, page * 2);
            }
            pages[page] = new byte[PAGE];
        }
        pages[page][size++ & PAGE - 1] = (byte) value;
    }

    int get(int index) {
        return pages[index >>> BITS][index & PAGE - 1];
    }

    int size() {
        return size;
    }
}
