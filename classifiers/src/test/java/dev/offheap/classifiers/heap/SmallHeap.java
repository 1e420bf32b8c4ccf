package dev.offheap.classifiers.heap;

import dev.offheap.parser.graph.Dominators;
import dev.offheap.parser.graph.HeapFacts;
import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.HeapObject;
import dev.offheap.parser.graph.HeapRoot;
import dev.offheap.parser.graph.HeapType;
import dev.offheap.parser.graph.ReferenceStrength;
import dev.offheap.parser.graph.ValueKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** A heap of a few objects that a test writes down, for cases that no real process shows on demand. */
public final class SmallHeap implements HeapGraph {
    private final List<Kind> kinds = new ArrayList<>();
    private final List<Instance> objects = new ArrayList<>();
    private final List<HeapRoot> roots = new ArrayList<>();

    /** A class of the heap. */
    public final class Kind {
        private final int index = kinds.size();
        private final String name;
        private final Kind parent;
        private final Map<String, ValueKind> fields = new LinkedHashMap<>();
        private final Map<String, Integer> statics = new LinkedHashMap<>();
        private final int classObject;
        private final boolean array;

        private Kind(String name, Kind parent, boolean array) {
            this.name = name;
            this.parent = parent;
            this.array = array;
            kinds.add(this);
            classObject = name.equals("java.lang.Class") ? NONE : newObject(named("java.lang.Class")).id;
        }

        /** Adds a field; references are {@code Object}-typed. */
        public Kind field(String field, ValueKind kind) {
            fields.put(field, kind);
            return this;
        }

        public Kind staticReference(String field, Instance value) {
            statics.put(field, value.id);
            return this;
        }

        public Instance make() {
            return newObject(this);
        }
    }

    /** An object of the heap. */
    public final class Instance implements HeapObject {
        private final int id = objects.size();
        private final Kind kind;
        private final Map<String, Long> values = new HashMap<>();
        private List<Integer> elements = List.of();

        private Instance(Kind kind) {
            this.kind = kind;
            objects.add(this);
        }

        public Instance set(String field, long value) {
            values.put(field, value);
            return this;
        }

        public Instance set(String field, Instance value) {
            return set(field, value.id);
        }

        public Instance holding(Instance... held) {
            elements = IntStream.range(0, held.length).mapToObj(i -> held[i].id).toList();
            return this;
        }

        /** Makes the object a root, as a local variable does. */
        public Instance rooted() {
            roots.add(new HeapRoot(id, HeapRoot.Kind.JAVA_FRAME, NONE));
            return this;
        }

        @Override
        public int id() {
            return id;
        }

        @Override
        public HeapType type() {
            return types().get(kind.index);
        }

        @Override
        public boolean has(String field) {
            return type().fields().stream().anyMatch(f -> f.name().equals(field));
        }

        @Override
        public long bits(String field) {
            ValueKind valueKind = type().fields().stream()
                    .filter(f -> f.name().equals(field))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(field))
                    .kind();
            return values.getOrDefault(field, valueKind == ValueKind.REFERENCE ? (long) NONE : 0L);
        }

        @Override
        public int reference(String field) {
            return has(field) ? (int) bits(field) : NONE;
        }

        @Override
        public int length() {
            return elements.size();
        }

        @Override
        public long element(int index) {
            return elements.get(index);
        }
    }

    public SmallHeap() {
        new Kind("java.lang.Class", null, false);
    }

    /** The class of this name, made when it is new. */
    public Kind named(String name) {
        return named(name, null);
    }

    public Kind named(String name, Kind parent) {
        return kinds.stream()
                .filter(kind -> kind.name.equals(name))
                .findFirst()
                .orElseGet(() -> new Kind(name, parent, name.endsWith("[]")));
    }

    /** Another class of a name that is there already, as a second class loader would make it. */
    public Kind again(String name) {
        return new Kind(name, null, false);
    }

    /** An array of bytes. */
    public Instance bytes(byte... content) {
        Instance array = named("byte[]").make();
        array.elements = IntStream.range(0, content.length)
                .mapToObj(i -> (int) content[i])
                .toList();
        return array;
    }

    private Instance newObject(Kind kind) {
        return new Instance(kind);
    }

    @Override
    public List<HeapType> types() {
        return kinds.stream().map(this::type).toList();
    }

    private HeapType type(Kind kind) {
        List<HeapType.Field> fields = new ArrayList<>();
        for (Kind k = kind; k != null; k = k.parent) {
            Kind declaring = k;
            k.fields.forEach((name, value) -> fields.add(new HeapType.Field(name, value, declaring.name)));
        }
        return new HeapType(
                kind.index,
                kind.name,
                kind.parent == null ? NONE : kind.parent.index,
                kind.classObject,
                NONE,
                fields,
                kind.statics.entrySet().stream()
                        .map(entry -> new HeapType.StaticField(entry.getKey(), ValueKind.REFERENCE, entry.getValue()))
                        .toList(),
                elements(kind),
                (int) instancesOf(kind.index).count());
    }

    private static Optional<ValueKind> elements(Kind kind) {
        if (!kind.array) {
            return Optional.empty();
        }
        return Optional.of(kind.name.equals("byte[]") ? ValueKind.BYTE : ValueKind.REFERENCE);
    }

    @Override
    public HeapFacts facts() {
        return new HeapFacts("JAVA PROFILE 1.0.2", 8, Optional.empty(), true);
    }

    @Override
    public int objectCount() {
        return objects.size();
    }

    @Override
    public long addressOf(int object) {
        return 8L * (object + 1);
    }

    @Override
    public int objectAt(long address) {
        return address % 8 == 0 && address > 0 && address <= 8L * objects.size() ? (int) (address / 8) - 1 : NONE;
    }

    @Override
    public int typeOf(int object) {
        return objects.get(object).kind.index;
    }

    @Override
    public IntStream instancesOf(int type) {
        return IntStream.range(0, objects.size()).filter(id -> objects.get(id).kind.index == type);
    }

    @Override
    public long shallowBytes(int object) {
        return 16;
    }

    @Override
    public HeapObject object(int object) {
        return objects.get(object);
    }

    @Override
    public void forEachHeld(int object, IntConsumer visitor) {
        Instance instance = objects.get(object);
        if (instance.type().elements().orElse(ValueKind.BYTE) == ValueKind.REFERENCE) {
            instance.elements.forEach(visitor::accept);
        }
        for (HeapType.Field field : instance.type().fields()) {
            if (field.kind() == ValueKind.REFERENCE
                    && ReferenceStrength.holds(field)
                    && instance.bits(field.name()) != NONE) {
                visitor.accept((int) instance.bits(field.name()));
            }
        }
        kinds.stream()
                .filter(kind -> kind.classObject == object)
                .flatMap(kind -> kind.statics.values().stream())
                .forEach(visitor::accept);
    }

    @Override
    public List<HeapRoot> roots() {
        return roots;
    }

    @Override
    public Dominators dominators() {
        throw new UnsupportedOperationException("owners are not decided by dominators");
    }

    @Override
    public void close() {}
}
