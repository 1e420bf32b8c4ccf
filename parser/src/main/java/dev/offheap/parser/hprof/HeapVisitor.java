package dev.offheap.parser.hprof;

import java.io.IOException;

/** Is told what a heap dump record holds, in the order of the file. */
interface HeapVisitor {
    /**
     * A root.
     *
     * @param tag which kind, one of {@link Tag}
     * @param threadSerial number of the thread it belongs to, 0 for none
     */
    void root(int tag, long address, int threadSerial);

    void classDump(ClassDump type);

    /**
     * An instance; the cursor stands at its field values.
     *
     * @param position where its record starts
     * @param bytes of field values
     */
    void instance(long position, long address, long classAddress, int bytes) throws IOException;

    /** An array of references; the cursor stands at its elements. */
    void objectArray(long position, long address, long classAddress, int length) throws IOException;

    /**
     * An array of primitive values; the cursor stands at its elements.
     *
     * @param type number of the type of its elements
     */
    void primitiveArray(long position, long address, int type, int length) throws IOException;
}
