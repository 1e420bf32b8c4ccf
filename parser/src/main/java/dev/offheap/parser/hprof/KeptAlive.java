package dev.offheap.parser.hprof;

import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.HeapRoot;
import dev.offheap.parser.graph.HeapType;
import dev.offheap.parser.graph.ValueKind;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** What every object keeps alive, as {@link dev.offheap.parser.graph.Dominators} counts it. */
final class KeptAlive {
    private final HprofIndex index;
    private final TypeLayout[] layouts;
    private final boolean[][] keeping;
    private final int classType;
    private final int[] roots;
    private final Map<Integer, int[]> stacks = new HashMap<>();

    KeptAlive(HprofIndex index) {
        this.index = index;
        this.layouts = index.table().layouts();
        this.classType = index.table().ofClasses();
        this.keeping = new boolean[layouts.length][];
        for (int type = 0; type < layouts.length; type++) {
            keeping[type] = allButReferent(layouts[type]);
        }
        this.roots = index.roots().stream()
                .filter(root -> root.thread() == HeapGraph.NONE)
                .mapToInt(HeapRoot::object)
                .distinct()
                .toArray();
        for (HeapRoot root : index.roots()) {
            if (root.thread() != HeapGraph.NONE) {
                stacks.merge(root.thread(), new int[] {root.object()}, KeptAlive::join);
            }
        }
    }

    /** Null when all fields keep alive. */
    private static boolean[] allButReferent(TypeLayout layout) {
        if (layout.weakReferent() < 0) {
            return null;
        }
        boolean[] keeping = new boolean[layout.references().length];
        for (int field = 0; field < keeping.length; field++) {
            keeping[field] = field != layout.weakReferent();
        }
        return keeping;
    }

    private static int[] join(int[] one, int[] other) {
        return IntStream.concat(IntStream.of(one), IntStream.of(other)).toArray();
    }

    int objects() {
        return index.objects().count();
    }

    /** Where everything alive is reached from, ascending, each once. */
    int[] roots() {
        return roots;
    }

    /** Visits what an object keeps alive; some targets more than once. */
    void forEach(int object, IntConsumer visitor) {
        int typeNumber = index.typeOf().get(object);
        HeapType type = index.types().get(typeNumber);
        visit(type.classObject(), visitor);
        if (type.isArray()) {
            if (type.elements().orElseThrow() == ValueKind.REFERENCE) {
                index.edges().elements(object, HeapGraph.NONE, visitor);
            }
            return;
        }
        int stands = typeNumber == classType ? index.table().standsFor(object) : HeapGraph.NONE;
        if (stands != HeapGraph.NONE) {
            forEachOfClass(index.types().get(stands), visitor);
        } else if (keeping[typeNumber] == null) {
            index.edges().fields(object, layouts[typeNumber].references().length, HeapGraph.NONE, visitor);
        } else {
            index.edges().fields(object, keeping[typeNumber], HeapGraph.NONE, visitor);
        }
        int[] stack = stacks.get(object);
        if (stack != null) {
            IntStream.of(stack).forEach(visitor);
        }
    }

    private void forEachOfClass(HeapType type, IntConsumer visitor) {
        if (type.superType() != HeapGraph.NONE) {
            visit(index.types().get(type.superType()).classObject(), visitor);
        }
        visit(type.loader(), visitor);
        for (HeapType.StaticField field : type.statics()) {
            if (field.kind() == ValueKind.REFERENCE) {
                visit((int) field.bits(), visitor);
            }
        }
    }

    private static void visit(int target, IntConsumer visitor) {
        if (target != HeapGraph.NONE) {
            visitor.accept(target);
        }
    }
}
