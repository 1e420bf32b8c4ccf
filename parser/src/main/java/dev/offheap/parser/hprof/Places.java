package dev.offheap.parser.hprof;

/** Where the record of edges of every object is, in {@link EdgePages}. */
interface Places {
    /** A writer for one more thread. */
    PlaceWriter writer();

    /** To be called once, when all writers are done and all pages are written. */
    void finish(byte[][] pages);

    /** Place of an object's edges; objects that were never written have none. */
    long of(int object);
}
