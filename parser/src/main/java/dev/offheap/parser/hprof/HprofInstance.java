package dev.offheap.parser.hprof;

import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.HeapObject;
import dev.offheap.parser.graph.HeapType;
import dev.offheap.parser.graph.ValueKind;

/** An object that is no array, with its field values; a class has none. */
record HprofInstance(int id, HeapType type, byte[] values, AddressMap objects, int identifierBytes)
        implements HeapObject {
    @Override
    public boolean has(String field) {
        return offset(field) >= 0;
    }

    @Override
    public long bits(String field) {
        int offset = offset(field);
        if (offset < 0) {
            throw new IllegalArgumentException(type.name() + " has no field " + field);
        }
        return kind(field) == ValueKind.REFERENCE
                ? objects.objectAt(Cursor.idAt(values, offset, identifierBytes))
                : BasicType.bits(kind(field), values, offset);
    }

    @Override
    public int reference(String field) {
        return has(field) && kind(field) == ValueKind.REFERENCE ? (int) bits(field) : HeapGraph.NONE;
    }

    @Override
    public int length() {
        return 0;
    }

    @Override
    public long element(int index) {
        throw new IndexOutOfBoundsException("element " + index + " of 0");
    }

    private int offset(String name) {
        int offset = 0;
        for (HeapType.Field field : type.fields()) {
            int end = offset + field.kind().bytes(identifierBytes);
            if (field.name().equals(name)) {
                return end <= values.length ? offset : -1;
            }
            offset = end;
        }
        return -1;
    }

    private ValueKind kind(String name) {
        for (HeapType.Field field : type.fields()) {
            if (field.name().equals(name)) {
                return field.kind();
            }
        }
        throw new IllegalArgumentException(type.name() + " has no field " + name);
    }
}
