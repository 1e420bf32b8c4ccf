package dev.offheap.parser.graph;

/** The dominator tree of a heap: what would go if an object went. */
public interface Dominators {
    /** The one object through which every path from a root leads, or {@link HeapGraph#NONE} for roots and garbage. */
    int immediateDominator(int object);

    /** Bytes of heap that are reachable only through the object, itself included. */
    long retainedBytes(int object);
}
