package dev.offheap.parser.hprof;

/** The type of each object: two bytes while types are few enough, else four. */
final class TypeIndexes {
    private static final int MOST_SMALL = 1 << 16;

    private final char[] small;
    private final int[] wide;

    TypeIndexes(int objects, int types) {
        small = new char[types <= MOST_SMALL ? objects : 0];
        wide = new int[types <= MOST_SMALL ? 0 : objects];
    }

    /** Bytes it takes. */
    static long bytes(long objects, int types) {
        return objects * (types <= MOST_SMALL ? Character.BYTES : Integer.BYTES);
    }

    void set(int object, int type) {
        if (wide.length == 0) {
            small[object] = (char) type;
        } else {
            wide[object] = type;
        }
    }

    int get(int object) {
        return wide.length == 0 ? small[object] : wide[object];
    }
}
