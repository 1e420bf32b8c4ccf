package dev.offheap.parser.hprof;

/** Numbers in as few bytes as they need: seven bits in each, the lowest first, the top bit set while more follow. */
final class Varint {
    /** No int takes more. */
    static final int MAX_BYTES = 5;

    private Varint() {}

    /** Writes an unsigned number and answers the offset behind it. */
    static int write(byte[] bytes, int offset, int value) {
        int at = offset;
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            bytes[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
        return at;
    }

    /** Bytes that an unsigned number takes. */
    static int bytes(int value) {
        return value == 0 ? 1 : (38 - Integer.numberOfLeadingZeros(value)) / 7;
    }

    /** Makes small numbers, negative ones too, small unsigned ones. */
    static int zigzag(int value) {
        return value << 1 ^ value >> 31;
    }

    static int unzigzag(int value) {
        return value >>> 1 ^ -(value & 1);
    }
}
