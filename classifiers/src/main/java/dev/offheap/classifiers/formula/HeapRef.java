package dev.offheap.classifiers.formula;

import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.HeapObject;
import dev.offheap.parser.graph.HeapType;
import dev.offheap.parser.graph.ValueKind;

/** One object as a formula sees it: {@code ref.field} reads a field, lazily and once. */
public final class HeapRef {
    private final HeapGraph graph;
    private final int id;
    private HeapObject content;

    public HeapRef(HeapGraph graph, int id) {
        this.graph = graph;
        this.id = id;
    }

    public int id() {
        return id;
    }

    HeapGraph graph() {
        return graph;
    }

    public HeapType type() {
        return graph.types().get(graph.typeOf(id));
    }

    public HeapObject content() {
        if (content == null) {
            content = graph.object(id);
        }
        return content;
    }

    /**
     * Value of a field: a {@code Long}, {@code Double}, {@code Boolean} or {@code HeapRef}; null when the field is null
     * or not there. {@code length} of an array is its number of elements; {@code class} is the name of the class.
     */
    public Object get(String field) {
        HeapType type = type();
        if (field.equals("class")) {
            return type.name();
        }
        if (type.isArray()) {
            return field.equals("length") ? (Object) (long) content().length() : null;
        }
        if (!content().has(field)) {
            return staticValue(type.name().equals("java.lang.Class") ? denoted() : type, field);
        }
        for (HeapType.Field declared : type.fields()) {
            if (declared.name().equals(field)) {
                return value(graph, declared.kind(), content().bits(field));
            }
        }
        return null;
    }

    private HeapType denoted() {
        return graph.types().stream()
                .filter(type -> type.classObject() == id)
                .findFirst()
                .orElseGet(this::type);
    }

    private Object staticValue(HeapType type, String field) {
        for (int t = type.index(); t != HeapGraph.NONE; t = graph.types().get(t).superType()) {
            for (HeapType.StaticField declared : graph.types().get(t).statics()) {
                if (declared.name().equals(field)) {
                    return value(graph, declared.kind(), declared.bits());
                }
            }
        }
        return null;
    }

    static Object value(HeapGraph graph, ValueKind kind, long bits) {
        return switch (kind) {
            case REFERENCE -> bits == HeapGraph.NONE ? null : new HeapRef(graph, (int) bits);
            case BOOLEAN -> bits != 0;
            case FLOAT -> (double) Float.intBitsToFloat((int) bits);
            case DOUBLE -> Double.longBitsToDouble(bits);
            default -> bits;
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HeapRef ref && ref.id == id && ref.graph == graph;
    }

    @Override
    public int hashCode() {
        return id;
    }
}
