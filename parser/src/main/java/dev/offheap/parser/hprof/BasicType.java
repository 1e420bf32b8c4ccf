package dev.offheap.parser.hprof;

import dev.offheap.parser.graph.ValueKind;

/** The numbers that the format gives to types of values. */
public final class BasicType {
    static final int OBJECT = 2;
    static final int FIRST_PRIMITIVE = 4;
    static final int LAST_PRIMITIVE = 11;

    private BasicType() {}

    /**
     * The kind a number stands for.
     *
     * @throws IllegalArgumentException when it stands for none
     */
    public static ValueKind kind(int type) {
        return switch (type) {
            case OBJECT -> ValueKind.REFERENCE;
            case 4 -> ValueKind.BOOLEAN;
            case 5 -> ValueKind.CHAR;
            case 6 -> ValueKind.FLOAT;
            case 7 -> ValueKind.DOUBLE;
            case 8 -> ValueKind.BYTE;
            case 9 -> ValueKind.SHORT;
            case 10 -> ValueKind.INT;
            case 11 -> ValueKind.LONG;
            default -> throw new IllegalArgumentException("no type of a value: " + type);
        };
    }

    /** Bytes of a value in the file, or 0 when the number stands for no type. */
    static int bytes(int type, int identifierBytes) {
        return switch (type) {
            case OBJECT -> identifierBytes;
            case 4, 8 -> 1;
            case 5, 9 -> 2;
            case 6, 10 -> 4;
            case 7, 11 -> 8;
            default -> 0;
        };
    }

    /**
     * A primitive value as the port passes it: see {@code HeapType.StaticField#bits()}.
     *
     * @param bytes holds it at the offset
     */
    static long bits(ValueKind kind, byte[] bytes, int offset) {
        return switch (kind) {
            case BOOLEAN -> bytes[offset] == 0 ? 0 : 1;
            case BYTE -> bytes[offset];
            case CHAR -> Cursor.shortAt(bytes, offset) & 0xffff;
            case SHORT -> Cursor.shortAt(bytes, offset);
            case INT, FLOAT -> Cursor.intAt(bytes, offset);
            case LONG, DOUBLE -> Cursor.longAt(bytes, offset);
            case REFERENCE -> throw new IllegalArgumentException("a reference is no primitive value");
        };
    }
}
