package dev.offheap.parser.graph;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads {@code java.lang.String} objects: a {@code char[]} up to JDK 8, a {@code byte[]} with a coder since. */
public final class HeapStrings {
    /** Names and versions are short; a longer string is cut, so that a hostile dump cannot fill memory. */
    private static final int LONGEST = 4096;

    private static final int LATIN1 = 0;

    private HeapStrings() {}

    /** The text of a string object, cut at 4096 characters; empty for null, for other objects, and without content. */
    public static Optional<String> read(HeapGraph graph, int string) {
        if (string == HeapGraph.NONE
                || !graph.types().get(graph.typeOf(string)).name().equals("java.lang.String")) {
            return Optional.empty();
        }
        HeapObject object = graph.object(string);
        int value = object.reference("value");
        if (value == HeapGraph.NONE) {
            return Optional.empty();
        }
        HeapObject chars = graph.object(value);
        if (chars.type().elements().orElse(ValueKind.REFERENCE) == ValueKind.CHAR) {
            return Optional.of(utf16(chars));
        }
        boolean latin1 = !object.has("coder") || object.bits("coder") == LATIN1;
        byte[] bytes = bytes(chars, latin1 ? LONGEST : 2 * LONGEST);
        return Optional.of(
                latin1 ? new String(bytes, StandardCharsets.ISO_8859_1) : new String(bytes, StandardCharsets.UTF_16LE));
    }

    private static String utf16(HeapObject chars) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(chars.length(), LONGEST); i++) {
            text.append((char) chars.element(i));
        }
        return text.toString();
    }

    private static byte[] bytes(HeapObject array, int most) {
        byte[] bytes = new byte[Math.min(array.length(), most)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) array.element(i);
        }
        return bytes;
    }
}
