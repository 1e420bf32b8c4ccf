package dev.offheap.parser.hprof;

/** One bit per object. */
final class SeenObjects {
    private final long[] words;

    SeenObjects(int objects) {
        words = new long[(objects >>> 6) + 1];
    }

    /** Whether an object was not added before. */
    boolean add(int object) {
        long before = words[object >>> 6];
        words[object >>> 6] = before | 1L << object;
        return (before & 1L << object) == 0;
    }

    boolean contains(int object) {
        return (words[object >>> 6] & 1L << object) != 0;
    }
}
