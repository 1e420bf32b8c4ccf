package dev.offheap.parser.hprof;

/**
 * Distances from arrays to the objects behind them. No array is longer than that, which gives away how wide references
 * and headers are: a dump does not say.
 */
final class ArrayGaps {
    private int object = Integer.MIN_VALUE;
    private long address;
    private long primitiveBytes;
    private int references;
    private long leastBesidePrimitives = Long.MAX_VALUE;
    private long leastBesideWideReferences = Long.MAX_VALUE;

    /** The next object of the file. */
    void next(int nextObject, long nextAddress) {
        if (nextObject == object + 1) {
            long gap = nextAddress - address;
            if (primitiveBytes > 0) {
                leastBesidePrimitives = Math.min(leastBesidePrimitives, gap - primitiveBytes);
            } else if (references > 1) {
                leastBesideWideReferences = Math.min(leastBesideWideReferences, gap - references * 8L);
            }
        }
        object = nextObject;
        address = nextAddress;
        primitiveBytes = 0;
        references = 0;
    }

    /** The last object is an array of primitive values with so many bytes. */
    void primitiveArray(long bytes) {
        primitiveBytes = bytes;
    }

    /** The last object is an array of references. */
    void objectArray(int length) {
        references = length;
    }

    void add(ArrayGaps other) {
        leastBesidePrimitives = Math.min(leastBesidePrimitives, other.leastBesidePrimitives);
        leastBesideWideReferences = Math.min(leastBesideWideReferences, other.leastBesideWideReferences);
    }

    /** Most bytes that an array has besides its elements, {@link Long#MAX_VALUE} when nothing is known. */
    long mostArrayHeader() {
        return leastBesidePrimitives;
    }

    /** What would be left for the header of some array, if references took 8 bytes; may be negative. */
    long headerBesideWideReferences() {
        return leastBesideWideReferences;
    }
}
