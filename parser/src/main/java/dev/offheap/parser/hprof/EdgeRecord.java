package dev.offheap.parser.hprof;

import java.util.function.IntConsumer;

/**
 * The references of one object in a page: how many bytes follow, then
 *
 * <ul>
 *   <li>of an instance: for each reference field, in the order of {@link TypeLayout#references()}, how far away by
 *       number its target is (zigzag, plus 1; 0 for null), without the nulls at the end;
 *   <li>of an array: its length; of one of references then how far away its target with the lowest number is (zigzag),
 *       and the steps from each target to the next higher one.
 * </ul>
 *
 * All numbers are {@link Varint}s. Neighbours in the heap tend to be related, so most take one or two bytes.
 */
final class EdgeRecord {
    private EdgeRecord() {}

    /** Offset behind the record that starts at an offset. */
    static int end(byte[] page, int offset) {
        int length = page[offset];
        if (length >= 0) {
            return offset + 1 + length;
        }
        return afterNumber(page, offset) + number(page, offset);
    }

    /** A number that starts at an offset. */
    static int number(byte[] page, int offset) {
        int value = 0;
        int at = offset;
        for (int shift = 0; ; shift += 7) {
            int next = page[at++];
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    /** Offset behind a number that starts at an offset. */
    static int afterNumber(byte[] page, int offset) {
        int at = offset;
        while (page[at++] < 0) {
            // goes on
        }
        return at;
    }

    /** Visits the targets of an instance's fields, except one object. */
    static void fields(byte[] page, int from, int to, int object, int except, IntConsumer visitor) {
        int at = from;
        while (at < to) {
            int value = page[at++];
            if (value < 0) {
                value &= 0x7f;
                int next;
                int shift = 7;
                do {
                    next = page[at++];
                    value |= (next & 0x7f) << shift;
                    shift += 7;
                } while (next < 0);
            }
            int target = object + Varint.unzigzag(value - 1);
            if (value != 0 && target != except) {
                visitor.accept(target);
            }
        }
    }

    /** Visits the targets of those of an instance's fields that are wanted. */
    static void fields(byte[] page, int from, int to, int object, int except, boolean[] wanted, IntConsumer visitor) {
        int at = from;
        for (int field = 0; at < to; field++) {
            int value = 0;
            int next;
            int shift = 0;
            do {
                next = page[at++];
                value |= (next & 0x7f) << shift;
                shift += 7;
            } while (next < 0);
            int target = object + Varint.unzigzag(value - 1);
            if (value != 0 && wanted[field] && target != except) {
                visitor.accept(target);
            }
        }
    }

    /** Visits the targets of an array's elements, except one object. */
    static void elements(byte[] page, int from, int to, int object, int except, IntConsumer visitor) {
        int at = from;
        int target = object;
        boolean first = true;
        while (at < to) {
            int value = 0;
            int next;
            int shift = 0;
            do {
                next = page[at++];
                value |= (next & 0x7f) << shift;
                shift += 7;
            } while (next < 0);
            target += first ? Varint.unzigzag(value) : value;
            first = false;
            if (target != except) {
                visitor.accept(target);
            }
        }
    }

    /** Writes distinct ascending targets as elements of an array and answers the offset behind them. */
    static int writeElements(byte[] bytes, int offset, int object, int[] targets, int count) {
        int at = offset;
        for (int i = 0; i < count; i++) {
            int value = i == 0 ? Varint.zigzag(targets[0] - object) : targets[i] - targets[i - 1];
            at = Varint.write(bytes, at, value);
        }
        return at;
    }
}
