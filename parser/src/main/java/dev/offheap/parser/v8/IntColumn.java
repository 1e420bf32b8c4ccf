package dev.offheap.parser.v8;

import java.util.Arrays;

/**
 * Numbers in the order in which they were read. It grows by pages: no count in a file is believed before that many
 * numbers were there, and nothing is copied on the way.
 */
final class IntColumn {
    private static final int BITS = 16;
    private static final int PAGE = 1 << BITS;

    private int[][] pages = new int[16][];
    private int size;

    void add(int value) {
        int page = size >>> BITS;
        if ((size & PAGE - 1) == 0) {
            if (page == pages.length) {
                pages = Arrays.copyOf(pages, page * 2);
            }
            pages[page] = new int[PAGE];
        }
        pages[page][size++ & PAGE - 1] = value;
    }

    int get(int index) {
        return pages[index >>> BITS][index & PAGE - 1];
    }

    void set(int index, int value) {
        pages[index >>> BITS][index & PAGE - 1] = value;
    }

    int size() {
        return size;
    }
}
