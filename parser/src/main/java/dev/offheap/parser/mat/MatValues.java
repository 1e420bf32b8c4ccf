package dev.offheap.parser.mat;

import dev.offheap.parser.graph.ValueKind;

/** Values as MAT boxes them, and as the port passes them. */
final class MatValues {
    private MatValues() {}

    /** What a number of {@code IObject.Type} stands for; the format's own numbers. */
    static ValueKind kind(int type) {
        return switch (type) {
            case 2 -> ValueKind.REFERENCE;
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

    /** Bits of a primitive value, see {@code HeapType.StaticField#bits()}. */
    static long bits(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        } else if (value instanceof Character character) {
            return character;
        } else if (value instanceof Float number) {
            return Float.floatToRawIntBits(number);
        } else if (value instanceof Double number) {
            return Double.doubleToRawLongBits(number);
        }
        return ((Number) value).longValue();
    }
}
