package dev.offheap.parser.hprof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the first pass over a dump collects: where objects are, how many, and all that is said of classes and roots. */
final class FirstPass implements HeapVisitor {
    private final AddressMarks marks;
    private final int identifierBytes;
    private final NameTable names = new NameTable();
    private final Map<Long, Long> classNames = new HashMap<>();
    private final Spans spans = new Spans();
    private final List<ClassDump> classes = new ArrayList<>();
    private final RootList roots = new RootList();
    private long objects;
    private long duplicates;
    private long descents;
    private long slots;
    private int primitiveArrays;
    private long lastAddress;
    private long lastPosition = -1;
    private boolean lastIsNew;

    /** @param alignmentBits how many low bits of every address are zero */
    FirstPass(int alignmentBits, int identifierBytes) {
        marks = new AddressMarks(alignmentBits);
        this.identifierBytes = identifierBytes;
    }

    @Override
    public void root(int tag, long address, int threadSerial) {
        roots.add(tag, address, threadSerial);
    }

    @Override
    public void classDump(ClassDump type) {
        if (marks.mark(type.address())) {
            objects++;
            classes.add(type);
        }
    }

    @Override
    public void instance(long position, long address, long classAddress, int bytes) {
        object(position, address);
        slots += bytes / identifierBytes;
    }

    @Override
    public void objectArray(long position, long address, long classAddress, int length) {
        object(position, address);
        slots += length;
    }

    @Override
    public void primitiveArray(long position, long address, int type, int length) {
        object(position, address);
        primitiveArrays |= 1 << type;
    }

    private void object(long position, long address) {
        lastIsNew = marks.mark(address);
        if (lastIsNew) {
            objects++;
        } else {
            duplicates++;
        }
        if (Long.compareUnsigned(address, lastAddress) < 0) {
            descents++;
        }
        lastAddress = address;
        lastPosition = position;
    }

    /** Forgets the object that starts at a position, because the dump ends within it. */
    void drop(long position) {
        if (position == lastPosition && lastIsNew) {
            marks.unmark(lastAddress);
            objects--;
        }
    }

    /** Whether there are arrays of a primitive type, by the format's number of it. */
    boolean hasArraysOf(int type) {
        return (primitiveArrays & 1 << type) != 0;
    }

    AddressMarks marks() {
        return marks;
    }

    NameTable names() {
        return names;
    }

    /** Identifiers of class names by the address of the class object. */
    Map<Long, Long> classNames() {
        return classNames;
    }

    Spans spans() {
        return spans;
    }

    List<ClassDump> classes() {
        return classes;
    }

    RootList roots() {
        return roots;
    }

    long objects() {
        return objects;
    }

    /** References of all objects at most, nulls included. */
    long slots() {
        return slots;
    }

    /** Objects that the dump holds more than once. */
    long duplicates() {
        return duplicates;
    }

    /** How often an object has a lower address than the one before it in the file. */
    long descents() {
        return descents;
    }
}
