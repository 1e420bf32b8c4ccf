package dev.offheap.parser.graph;

/**
 * The dominator tree of a heap: what would go if an object went.
 *
 * <p>It is taken over everything that the garbage collector follows while memory lasts: all fields and elements
 * (those that {@link ReferenceStrength} calls cleaning up too, and the referents of soft references), from each object
 * to its class, from each class to its superclass, loader and static fields, and from a thread to what its stack refers
 * to. Only the {@code referent} of weak, phantom and final references keeps nothing alive. It starts at {@link
 * HeapGraph#roots()}, without those that belong to a thread of the dump. Garbage has no part in it: what garbage refers
 * to is not shared by that. As in Eclipse MAT a class does not keep its signers and its protection domain, so that
 * figures can be compared.
 */
public interface Dominators {
    /** The one object through which every path from a root leads, or {@link HeapGraph#NONE} for roots and garbage. */
    int immediateDominator(int object);

    /** Bytes of heap that are reachable only through the object, itself included; 0 for garbage. */
    long retainedBytes(int object);
}
