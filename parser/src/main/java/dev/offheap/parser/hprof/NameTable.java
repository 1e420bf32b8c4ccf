package dev.offheap.parser.hprof;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The strings of a dump by their identifiers, packed: a dump has hundreds of thousands and few are asked for. */
final class NameTable {
    private long[] identifiers = new long[1 << 12];
    /** Where a name starts in the text, plus 1; 0 for a free slot. */
    private int[] starts = new int[1 << 12];

    private byte[] text = new byte[1 << 16];
    private int used;
    private int count;

    /**
     * Adds a name. A later one with the same identifier takes the earlier one's place.
     *
     * @throws OutOfMemoryError when all names together have 2 GiB
     */
    void put(long identifier, byte[] bytes, int offset, int length) {
        if (2 * count >= identifiers.length) {
            grow();
        }
        int slot = slot(identifier);
        count += starts[slot] == 0 ? 1 : 0;
        identifiers[slot] = identifier;
        starts[slot] = used + 1;
        if (text.length - used < length + 2) {
            long wanted = Math.min(Integer.MAX_VALUE - 8, 2L * text.length + length);
            text = Arrays.copyOf(text, (int) wanted);
        }
        text[used++] = (byte) (length >> 8);
        text[used++] = (byte) length;
        System.arraycopy(bytes, offset, text, used, length);
        used += length;
    }

    /** The name, or {@code unknown-name@0x…} when the dump has none for the identifier. */
    String get(long identifier) {
        int start = starts[slot(identifier)] - 1;
        if (start < 0) {
            return "unknown-name@0x" + Long.toHexString(identifier);
        }
        int length = (text[start] & 0xff) << 8 | text[start + 1] & 0xff;
        return new String(text, start + 2, length, StandardCharsets.UTF_8);
    }

    private int slot(long identifier) {
        int mask = starts.length - 1;
        int slot = (int) (identifier * 0x9E3779B97F4A7C15L >>> 36) & mask;
        while (starts[slot] != 0 && identifiers[slot] != identifier) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldIdentifiers = identifiers;
        int[] oldStarts = starts;
        identifiers = new long[2 * oldIdentifiers.length];
        starts = new int[2 * oldStarts.length];
        for (int i = 0; i < oldStarts.length; i++) {
            if (oldStarts[i] != 0) {
                int slot = slot(oldIdentifiers[i]);
                identifiers[slot] = oldIdentifiers[i];
                starts[slot] = oldStarts[i];
            }
        }
    }
}
