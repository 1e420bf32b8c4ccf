package dev.offheap.parser.hprof;

/** Where the references of every object are, in {@link EdgePages}. Several threads may put at once. */
interface Places {
    /** Notes a place. */
    void put(int object, long place);

    /** To be called once, when all is put. */
    void finish();

    /** The place of an object that was put. */
    long of(int object);
}
