package dev.offheap.parser.hprof;

import dev.offheap.parser.graph.HeapGraph;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** What one thread does in the second pass: finds each object's type and turns its references into edges. */
final class SecondPass implements HeapVisitor {
    private final Cursor in;
    private final AddressMap objects;
    private final TypeTable types;
    private final TypeLayout[] layouts;
    private final TypeIndexes typeOf;
    private final EdgeWriter edges;
    private final Optional<SeenObjects> seen;
    private final int identifierBytes;
    private final int[] instances;
    private final int[] targets = new int[EdgeWriter.MOST_TOGETHER];
    private int[] fields = new int[64];
    private final ArrayGaps gaps = new ArrayGaps();
    private long references;
    private long missing;
    private long lastClass;
    private int lastType = HeapGraph.NONE;

    /** @param seen where objects occur twice in the dump: those that were met before */
    SecondPass(
            Cursor in,
            AddressMap objects,
            TypeTable types,
            TypeIndexes typeOf,
            EdgeWriter edges,
            Optional<SeenObjects> seen) {
        this.in = in;
        this.objects = objects;
        this.types = types;
        this.layouts = types.layouts();
        this.typeOf = typeOf;
        this.edges = edges;
        this.seen = seen;
        this.identifierBytes = in.identifierBytes();
        this.instances = new int[types.count()];
    }

    @Override
    public void root(int tag, long address, int threadSerial) {}

    @Override
    public void classDump(ClassDump type) {}

    @Override
    public void instance(long position, long address, long classAddress, int bytes) throws IOException {
        int object = meet(address);
        if (object == HeapGraph.NONE) {
            return;
        }
        if (classAddress != lastClass || lastType < 0) {
            lastClass = classAddress;
            lastType = types.ofInstances(classAddress);
        }
        int type = lastType;
        typeOf.set(object, type);
        instances[type]++;
        TypeLayout layout = layouts[type];
        int[] offsets = layout.references();
        if (offsets.length > fields.length) {
            fields = new int[2 * offsets.length];
        }
        if (bytes != layout.bytes() || bytes > in.capacity()) {
            Arrays.fill(fields, 0, offsets.length, HeapGraph.NONE);
            edges.fields(object, position, fields, offsets.length);
            return;
        }
        in.require(bytes);
        byte[] buffer = in.buffer();
        int start = in.offset();
        for (int i = 0; i < offsets.length; i++) {
            fields[i] = target(Cursor.idAt(buffer, start + offsets[i], identifierBytes));
        }
        edges.fields(object, position, fields, offsets.length);
    }

    @Override
    public void objectArray(long position, long address, long classAddress, int length) throws IOException {
        int object = meet(address);
        if (object == HeapGraph.NONE) {
            return;
        }
        int type = types.ofArrays(classAddress);
        typeOf.set(object, type);
        instances[type]++;
        gaps.objectArray(length);
        if (length <= EdgeWriter.MOST_TOGETHER) {
            edges.elements(object, position, length, targets, elements(length));
            return;
        }
        int parts = (length - 1) / EdgeWriter.MOST_TOGETHER + 1;
        byte[][] packed = new byte[parts][];
        for (int part = 0; part < parts; part++) {
            int rest = length - part * EdgeWriter.MOST_TOGETHER;
            int count = elements(Math.min(rest, EdgeWriter.MOST_TOGETHER));
            packed[part] = edges.part(object, targets, count);
        }
        edges.large(object, position, length, packed);
    }

    /** Reads the next elements of an array into {@link #targets} and answers how many are not null. */
    private int elements(int length) throws IOException {
        int bytes = length * identifierBytes;
        in.require(bytes);
        byte[] buffer = in.buffer();
        int start = in.offset();
        int count = 0;
        for (int offset = 0; offset < bytes; offset += identifierBytes) {
            int target = target(Cursor.idAt(buffer, start + offset, identifierBytes));
            if (target != HeapGraph.NONE) {
                targets[count++] = target;
            }
        }
        in.skip(bytes);
        return count;
    }

    @Override
    public void primitiveArray(long position, long address, int kind, int length) {
        int object = meet(address);
        if (object == HeapGraph.NONE) {
            return;
        }
        int type = types.ofPrimitiveArrays(kind);
        typeOf.set(object, type);
        instances[type]++;
        edges.array(object, position, length);
        gaps.primitiveArray((long) length * BasicType.bytes(kind, identifierBytes));
    }

    /** Number of the object at an address, or {@link HeapGraph#NONE} when it was met before. */
    private int meet(long address) {
        int object = objects.objectAt(address);
        gaps.next(object, address);
        return seen.isPresent() && !seen.get().add(object) ? HeapGraph.NONE : object;
    }

    private int target(long address) {
        if (address == 0) {
            return HeapGraph.NONE;
        }
        references++;
        int target = objects.objectAt(address);
        if (target == HeapGraph.NONE) {
            missing++;
        }
        return target;
    }

    /** Number of objects met by type. */
    int[] instances() {
        return instances;
    }

    /** What arrays show of the layout of objects. */
    ArrayGaps gaps() {
        return gaps;
    }

    /** References met that are not null. */
    long references() {
        return references;
    }

    /** Those of them whose target the dump does not hold. */
    long missing() {
        return missing;
    }
}
