package dev.offheap.parser.graph;

import dev.offheap.parser.Warning;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The objects of one heap and what they refer to.
 *
 * <p>Objects are numbered from 0 in ascending order of address, so two providers give the same object the same number.
 * A class is an object too (an instance of {@code java.lang.Class}). A graph holds a file or temporary files open and
 * must be closed; it is not safe for use by several threads unless a provider says so.
 */
public interface HeapGraph extends AutoCloseable {
    /** Stands for null, for a reference to an object that the dump does not hold, and for "not found". */
    int NONE = -1;

    /** What is known of the dump as a whole. */
    HeapFacts facts();

    /** Number of objects, classes included. */
    int objectCount();

    /** Address of an object in the process that was dumped. */
    long addressOf(int object);

    /** The object at exactly this address, or {@link #NONE}. */
    int objectAt(long address);

    /** Index in {@link #types()} of an object's class. */
    int typeOf(int object);

    /** All classes, array classes included; {@link HeapType#index()} is the position. */
    List<HeapType> types();

    /** The objects whose class is exactly this one, ascending. */
    IntStream instancesOf(int type);

    /** Bytes the object itself takes in the heap; may be off by the padding of the dumped JVM's object layout. */
    long shallowBytes(int object);

    /** Reads the fields or elements of one object. Cheap for thousands of objects, not meant for all of them. */
    HeapObject object(int object);

    /**
     * Visits what the object holds: its reference fields or elements, and for a class its static fields. Each target
     * at least once, in no particular order; nulls and objects that the dump does not hold are left out.
     *
     * <p>References that keep nothing alive or only serve cleaning up (see {@link ReferenceStrength}) are left out, and
     * so are those that every object has (to its class, even where a field refers to it as well) and every class has
     * (to its superclass, loader, signers and protection domain): they say nothing of who holds what.
     */
    void forEachHeld(int object, IntConsumer visitor);

    /** Whether {@link #forEachHeld} and {@link #typeOf} may be called by several threads at once. */
    default boolean isSearchedInParallel() {
        return false;
    }

    /**
     * The garbage collector's roots, ascending by object, kind and thread; one object may occur several times. Classes
     * of the boot loader (not arrays) are roots of kind {@link HeapRoot.Kind#SYSTEM_CLASS} where the dump gives no
     * other reason: the JVM never unloads them.
     */
    List<HeapRoot> roots();

    /**
     * Dominators over all references that keep an object alive; computed at the first call.
     *
     * @throws java.io.UncheckedIOException when the dump cannot be read again, or memory does not suffice; the cause
     *     is an {@link dev.offheap.parser.InputException} then
     */
    Dominators dominators();

    /** What was met while reading that makes answers incomplete or doubtful. */
    default List<Warning> warnings() {
        return List.of();
    }

    @Override
    void close();
}
