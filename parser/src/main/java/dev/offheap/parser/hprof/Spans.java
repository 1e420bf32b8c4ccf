package dev.offheap.parser.hprof;

import java.util.Arrays;

/** Stretches of a dump that hold whole parts of heap dump records and nothing else, in the order of the file. */
final class Spans {
    /** Longer stretches are cut, so that several threads find work. */
    private static final long LONGEST = 16L << 20;

    private long[] bounds = new long[1 << 10];
    private int used;
    private long from;

    /** A stretch begins. */
    void open(long position) {
        from = position;
    }

    /** A part ends here; the stretch may go on. */
    void partEnds(long position) {
        if (position - from >= LONGEST) {
            close(position);
            from = position;
        }
    }

    /** The stretch ends. */
    void close(long position) {
        if (position <= from) {
            return;
        }
        if (used == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * used);
        }
        bounds[used++] = from;
        bounds[used++] = position;
        from = position;
    }

    /** What lies behind a position is not whole after all. */
    void cut(long position) {
        close(position);
        if (used > 0 && bounds[used - 1] > position) {
            bounds[used - 1] = position;
        }
    }

    int count() {
        return used / 2;
    }

    long from(int span) {
        return bounds[2 * span];
    }

    long to(int span) {
        return bounds[2 * span + 1];
    }
}
