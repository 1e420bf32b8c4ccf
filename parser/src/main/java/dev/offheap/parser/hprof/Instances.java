package dev.offheap.parser.hprof;

import dev.offheap.parser.graph.HeapType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Objects by type. Those of the many types with few objects are listed at the first call, in one go over all objects,
 * as long as the lists stay small; those of the others are looked for each time.
 */
final class Instances {
    /** The lists take at most one entry for so many objects. */
    private static final int LISTED_SHARE = 16;

    private final TypeIndexes typeOf;
    private final int objects;
    private final List<HeapType> types;
    private int[][] listed;

    Instances(TypeIndexes typeOf, int objects, List<HeapType> types) {
        this.typeOf = typeOf;
        this.objects = objects;
        this.types = types;
    }

    IntStream of(int type) {
        if (listed == null) {
            list();
        }
        return listed[type] != null
                ? Arrays.stream(listed[type])
                : IntStream.range(0, objects).filter(object -> typeOf.get(object) == type);
    }

    private void list() {
        listed = new int[types.size()][];
        long room = objects / LISTED_SHARE;
        List<HeapType> rareFirst = types.stream()
                .sorted(Comparator.comparingInt(HeapType::instances))
                .toList();
        for (HeapType type : rareFirst) {
            room -= type.instances();
            if (room >= 0) {
                listed[type.index()] = new int[type.instances()];
            }
        }
        int[] filled = new int[types.size()];
        for (int object = 0; object < objects; object++) {
            int type = typeOf.get(object);
            if (listed[type] != null) {
                listed[type][filled[type]++] = object;
            }
        }
    }
}
