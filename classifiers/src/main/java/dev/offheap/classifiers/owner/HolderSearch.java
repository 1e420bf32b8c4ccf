package dev.offheap.classifiers.owner;

import dev.offheap.parser.graph.HeapGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The search forward from all labelled objects at once: every object gets the label of its nearest labelled holder.
 *
 * <p>Holders that are alive go first, so that a forgotten copy of a list never takes a buffer from the cache that still
 * has it; what they do not reach goes to holders that are only garbage by now. On equal distance the holder at the lower
 * address wins: the same dump always gives the same owners.
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
    private final char[] label;
    private final int[] parent;
    private final IntQueue queue = new IntQueue();
    private final boolean[] keyType;
    private final boolean[] notFollowed;

    HolderSearch(TypeNames types, Labels labels, ThreadLocalValues threadLocals, Reachability alive) {
        graph = types.graph();
        this.labels = labels;
        this.threadLocals = threadLocals;
        label = new char[graph.objectCount()];
        parent = new int[graph.objectCount()];
        Arrays.fill(parent, HeapGraph.NONE);
        keyType = new boolean[graph.types().size()];
        for (int t = 0; t < keyType.length; t++) {
            keyType[t] = threadLocals.isKey(t);
        }
        notFollowed = types.withoutReferences();
        for (int t = 0; t < notFollowed.length; t++) {
            notFollowed[t] &= !keyType[t];
        }
        NEVER_CROSSED.forEach(name -> types.family(name).forEach(type -> notFollowed[type.index()] = true));
        for (int object = 0; object < label.length; object++) {
            label[object] = labels.of(object);
        }
        spreadFrom(alive, true);
        spreadFrom(alive, false);
    }

    private void spreadFrom(Reachability alive, boolean living) {
        Visitor visitor = new Visitor();
        for (int object = 0; object < label.length; object++) {
            if (labels.of(object) != Labels.NONE && alive.reachable(object) == living) {
                visitor.visitHeldBy(object);
            }
        }
        while (!queue.isEmpty()) {
            visitor.visitHeldBy(queue.take());
        }
    }

    private final class Visitor implements IntConsumer {
        private int holder;

        void visitHeldBy(int object) {
            holder = object;
            graph.forEachHeld(object, this);
            if (keyType[graph.typeOf(object)]) {
                threadLocals.of(object).forEach(this::accept);
            }
        }

        @Override
        public void accept(int held) {
            if (label[held] == Labels.NONE) {
                label[held] = label[holder];
                parent[held] = holder;
                if (!notFollowed[graph.typeOf(held)]) {
                    queue.add(held);
                }
            }
        }
    }

    /** Label of the nearest holder, or the object's own; {@link Labels#NONE} when only the JDK holds it. */
    char label(int object) {
        return label[object];
    }

    /** From the labelled holder to the object, both included; the object alone when nobody holds it. */
    List<Integer> path(int object) {
        List<Integer> path = new ArrayList<>();
        for (int at = object; at != HeapGraph.NONE; at = parent[at]) {
            path.add(0, at);
        }
        return path;
    }

    /** The labelled object from which the search came to this one; the object itself when it has a label of its own. */
    int holder(int object) {
        int at = object;
        while (parent[at] != HeapGraph.NONE) {
            at = parent[at];
        }
        return at;
    }
}
