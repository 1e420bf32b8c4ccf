package dev.offheap.parser.hprof;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Unsigned numbers of 32 bits in one to five bytes. The lowest bits of the first byte tell how many bytes follow: as many
 * as there are ones before the first zero; the bits above are the number. So both ways need no branch: a search over a
 * heap is dominated by branches that the processor guesses wrong.
 */
final class Varint {
    /** No number takes more. */
    static final int MAX_BYTES = 5;
    /** Bytes behind a number that may be read or overwritten with it. */
    static final int SLACK = Long.BYTES;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Varint() {}

    /** Writes a number and answers the offset behind it; up to {@link #SLACK} bytes from there on are overwritten. */
    static int write(byte[] bytes, int offset, int value) {
        int length = bytes(value);
        long prefix = (1L << length - 1) - 1;
        WORD.set(bytes, offset, Integer.toUnsignedLong(value) << length | prefix);
        return offset + length;
    }

    /** The eight bytes from an offset on, the first of them lowest: what {@link #length} and {@link #value} look at. */
    static long word(byte[] bytes, int offset) {
        return (long) WORD.get(bytes, offset);
    }

    /** Bytes of the number that a word begins with. */
    static int length(long word) {
        return Long.numberOfTrailingZeros(~word) + 1;
    }

    /** The number that a word begins with, given its length. */
    static int value(long word, int length) {
        return (int) (word << Long.SIZE - 8 * length >>> Long.SIZE - 7 * length);
    }

    /** Bytes that a number takes. */
    static int bytes(int value) {
        return (38 - Integer.numberOfLeadingZeros(value | 1)) * 37 >>> 8;
    }

    /** Makes small numbers, negative ones too, small unsigned ones. */
    static int zigzag(int value) {
        return value << 1 ^ value >> 31;
    }

    static int unzigzag(int value) {
        return value >>> 1 ^ -(value & 1);
    }
}
