package dev.offheap.classifiers.owner;

import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.HeapType;
import dev.offheap.parser.graph.ValueKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the types of a dump by name and by superclass. Several class loaders may each have a type of one name. */
final class TypeNames {
    private final HeapGraph graph;
    private final Map<String, List<HeapType>> byName = new HashMap<>();
    private final Map<Integer, List<HeapType>> subclasses = new HashMap<>();
    private final Map<Integer, HeapType> byClassObject = new HashMap<>();

    TypeNames(HeapGraph graph) {
        this.graph = graph;
        for (HeapType type : graph.types()) {
            byName.computeIfAbsent(type.name(), name -> new ArrayList<>(1)).add(type);
            if (type.classObject() != HeapGraph.NONE) {
                byClassObject.put(type.classObject(), type);
            }
            if (type.superType() != HeapGraph.NONE) {
                subclasses
                        .computeIfAbsent(type.superType(), t -> new ArrayList<>())
                        .add(type);
            }
        }
    }

    /** All types of exactly this name. */
    List<HeapType> named(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** All types of this name and all their subclasses, each once. */
    List<HeapType> family(String name) {
        List<HeapType> all = new ArrayList<>(named(name));
        for (int i = 0; i < all.size(); i++) {
            all.addAll(subclasses.getOrDefault(all.get(i).index(), List.of()));
        }
        return all;
    }

    /** The type a class object stands for; null for every other object. */
    HeapType denotedBy(int object) {
        return byClassObject.get(object);
    }

    /** Index of {@code java.lang.Class}, or {@link HeapGraph#NONE}. */
    int classType() {
        List<HeapType> found = named("java.lang.Class");
        return found.isEmpty() ? HeapGraph.NONE : found.get(0).index();
    }

    /**
     * By type index: whether objects of the type refer to nothing, as strings' bytes and boxed numbers do. Searches
     * need not look into them; in most heaps they are half of all objects.
     */
    boolean[] withoutReferences() {
        boolean[] leaves = new boolean[graph.types().size()];
        for (HeapType type : graph.types()) {
            leaves[type.index()] = type.index() != classType()
                    && type.elements().orElse(ValueKind.BYTE) != ValueKind.REFERENCE
                    && type.fields().stream().noneMatch(field -> field.kind() == ValueKind.REFERENCE);
        }
        return leaves;
    }

    HeapGraph graph() {
        return graph;
    }

    /** Name of the innermost element type of an array type, the name itself for other types. */
    static String element(String name) {
        int bracket = name.indexOf('[');
        return bracket < 0 ? name : name.substring(0, bracket);
    }

    /** Package of a class name; {@code (default)} for none. */
    static String packageOf(String className) {
        int slash = className.indexOf('/');
        String name = slash < 0 ? className : className.substring(0, slash);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "(default)" : name.substring(0, dot);
    }

    /** Name without its package. */
    static String simple(String className) {
        int slash = className.indexOf('/');
        String name = slash < 0 ? className : className.substring(0, slash);
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
