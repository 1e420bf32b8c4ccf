package dev.offheap.classifiers.owner;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The objects a search has come to, level by level. A narrow level is visited in the order in which it was found; a wide
 * one in the order of addresses, which is that in which the references of objects lie in memory: the processor then
 * reads on instead of waiting for each object.
 */
final class Frontier {
    /** A level of more than one object in so many is wide. */
    private static final int WIDE_SHARE = 512;

    private final int objects;
    private Level current;
    private Level next;

    /** @param objects how many there are */
    Frontier(int objects) {
        this.objects = objects;
        current = new Level();
        next = new Level();
    }

    /** Adds an object to the next level. It must not be added twice. */
    void add(int object) {
        next.add(object);
    }

    boolean isEmpty() {
        return next.isEmpty();
    }

    /** Goes to the next level and visits its objects; those that are added meanwhile make the level after it. */
    void visitNext(IntConsumer visitor) {
        Level level = next;
        next = current;
        current = level;
        level.visit(visitor);
    }

    private final class Level {
        private final int narrow = Math.max(64, objects / WIDE_SHARE);
        private int[] list = new int[64];
        private int count;
        private long[] bits = {};
        private boolean wide;

        void add(int object) {
            if (wide) {
                bits[object >>> 6] |= 1L << object;
            } else {
                append(object);
            }
        }

        private void append(int object) {
            if (count == narrow) {
                widen();
                add(object);
                return;
            }
            if (count == list.length) {
                list = Arrays.copyOf(list, Math.min(narrow, 2 * count));
            }
            list[count++] = object;
        }

        private void widen() {
            if (bits.length == 0) {
                bits = new long[(objects >>> 6) + 1];
            }
            wide = true;
            for (int i = 0; i < count; i++) {
                add(list[i]);
            }
            count = 0;
        }

        boolean isEmpty() {
            return count == 0 && !wide;
        }

        void visit(IntConsumer visitor) {
            for (int i = 0; i < count; i++) {
                visitor.accept(list[i]);
            }
            count = 0;
            if (wide) {
                visitWide(visitor);
                wide = false;
            }
        }

        private void visitWide(IntConsumer visitor) {
            for (int word = 0; word < bits.length; word++) {
                long left = bits[word];
                bits[word] = 0;
                while (left != 0) {
                    visitor.accept((word << 6) + Long.numberOfTrailingZeros(left));
                    left &= left - 1;
                }
            }
        }
    }
}
