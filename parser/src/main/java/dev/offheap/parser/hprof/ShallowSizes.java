package dev.offheap.parser.hprof;

import dev.offheap.parser.graph.HeapType;
import java.util.List;

/** Bytes that objects take themselves, by type. */
final class ShallowSizes {
    private final ObjectLayout layout;
    private final List<HeapType> types;
    private final HeapType classOfClasses;
    private final long[] ofInstances;

    ShallowSizes(ObjectLayout layout, List<HeapType> types, int classType) {
        this.layout = layout;
        this.types = types;
        this.classOfClasses = classType < types.size() ? types.get(classType) : null;
        ofInstances =
                types.stream().mapToLong(type -> layout.instance(type.fields())).toArray();
    }

    long ofInstance(int type) {
        return ofInstances[type];
    }

    long ofArray(int type, int length) {
        return layout.array(types.get(type).elements().orElseThrow(), length);
    }

    /** Bytes of the class object of a type, or of another instance of {@code java.lang.Class} when there is none. */
    long ofClass(int type) {
        return type < 0
                ? ofInstances[classOfClasses.index()]
                : layout.classObject(classOfClasses.fields(), types.get(type).statics());
    }
}
