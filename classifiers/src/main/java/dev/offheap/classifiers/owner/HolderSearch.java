package dev.offheap.classifiers.owner;

import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.HeapType;
import dev.offheap.parser.graph.ValueKind;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * The search forward from all labelled objects at once: every object gets the nearest labelled one that holds it. On
 * equal distance the one wins that was met first in the order of addresses: the same dump always gives the same owners.
 */
final class HolderSearch {
    /**
     * JDK objects that everybody refers to and that refer to everybody: a thread's group knows all threads, a loader all
     * classes. Who refers to one of them does not hold what it leads to. (The values of a thread's locals come by their
     * keys.)
     */
    private static final List<String> NEVER_CROSSED = List.of(
            "java.lang.Class",
            "java.lang.ClassLoader",
            "java.lang.Module",
            "java.lang.ModuleLayer",
            "java.lang.Thread",
            "java.lang.ThreadGroup",
            "java.security.AccessControlContext",
            "java.security.ProtectionDomain");

    private final HeapGraph graph;
    private final Labels labels;
    private final ThreadLocalValues threadLocals;
    private final boolean[] keyType;
    private final boolean[] notFollowed;
    private final boolean[] plain;

    /** What has a holder; small enough for the processor's cache, unlike the holders themselves. */
    private final BitSet held;

    private final int[] holder;
    private final Frontier frontier;

    /** @param from which labelled objects count as holders */
    HolderSearch(TypeNames types, Labels labels, ThreadLocalValues threadLocals, IntPredicate from) {
        graph = types.graph();
        this.labels = labels;
        this.threadLocals = threadLocals;
        keyType = new boolean[graph.types().size()];
        for (int t = 0; t < keyType.length; t++) {
            keyType[t] = threadLocals.isKey(t);
        }
        notFollowed = notFollowed(types);
        plain = plain();
        held = new BitSet(graph.objectCount());
        holder = new int[graph.objectCount()];
        Arrays.fill(holder, HeapGraph.NONE);
        frontier = new Frontier(holder.length);
        spread(from);
    }

    /** By type: arrays of primitive values, which are many and never asked for. */
    private boolean[] plain() {
        boolean[] plain = new boolean[graph.types().size()];
        for (HeapType type : graph.types()) {
            plain[type.index()] = type.elements().orElse(ValueKind.REFERENCE) != ValueKind.REFERENCE;
        }
        return plain;
    }

    private boolean[] notFollowed(TypeNames types) {
        boolean[] ends = types.withoutReferences();
        NEVER_CROSSED.forEach(name -> types.family(name).forEach(type -> ends[type.index()] = true));
        for (int t = 0; t < ends.length; t++) {
            ends[t] &= !keyType[t];
        }
        return ends;
    }

    private void spread(IntPredicate from) {
        Visitor visitor = new Visitor();
        for (int object = 0; object < holder.length; object++) {
            if (labels.of(object) != Labels.NONE && from.test(object)) {
                visitor.visitHeldBy(object, object);
            }
        }
        IntConsumer goOn = object -> visitor.visitHeldBy(object, holder[object]);
        while (!frontier.isEmpty()) {
            frontier.visitNext(goOn);
        }
    }

    private final class Visitor implements IntConsumer {
        private int by;

        void visitHeldBy(int object, int itsHolder) {
            by = itsHolder;
            graph.forEachHeld(object, this);
            if (keyType[graph.typeOf(object)]) {
                threadLocals.of(object).forEach(this::accept);
            }
        }

        @Override
        public void accept(int object) {
            if (held.get(object)) {
                return;
            }
            held.set(object);
            int type = graph.typeOf(object);
            if (!plain[type] && labels.of(object, type) == Labels.NONE) {
                holder[object] = by;
                if (!notFollowed[type]) {
                    frontier.add(object);
                }
            }
        }
    }

    /** The nearest labelled object that holds this one; the object itself when it has a label; NONE for nobody. */
    int holder(int object) {
        return labels.of(object) != Labels.NONE ? object : holder[object];
    }

    /** Label of the nearest holder; {@link Labels#NONE} when only the JDK holds it. */
    char label(int object) {
        int at = holder(object);
        return at == HeapGraph.NONE ? Labels.NONE : labels.of(at);
    }

    /** Whether the search goes on from objects of this type. */
    boolean follows(int type) {
        return !notFollowed[type];
    }
}
