package dev.offheap.parser.mat;

/** Values as MAT boxes them, and as the port passes them. */
final class MatValues {
    private MatValues() {}

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
