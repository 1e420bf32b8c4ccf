package dev.offheap.classifiers.owner;

import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.HeapRoot;
import dev.offheap.parser.graph.HeapType;
import java.util.BitSet;
import java.util.function.IntConsumer;

/**
 * Which objects are alive: reachable from a root over strong references, or over soft references too. Objects that are
 * neither wait for the collector; their native memory is still allocated.
 */
final class Reachability {
    private final TypeNames types;
    private final HeapGraph graph;
    private final BitSet reached;
    private BitSet strong;
    private final boolean[] typeSeen;
    private final boolean[] leaf;
    private final int classType;
    private final Frontier frontier;

    Reachability(TypeNames types) {
        this.types = types;
        graph = types.graph();
        reached = new BitSet(graph.objectCount());
        classType = types.classType();
        leaf = types.withoutReferences();
        typeSeen = new boolean[graph.types().size()];
        frontier = new Frontier(graph.objectCount());
        for (HeapRoot root : graph.roots()) {
            reach(root.object());
        }
        drain();
        strong = reached;
    }

    /** Goes on over soft references. Apart from the strong ones, which can be followed beside another search. */
    void followSoftReferences() {
        strong = (BitSet) reached.clone();
        int before;
        do {
            before = reached.cardinality();
            for (HeapType type : types.family("java.lang.ref.SoftReference")) {
                graph.instancesOf(type.index())
                        .filter(reached::get)
                        .forEach(soft -> reach(graph.object(soft).reference("referent")));
            }
            drain();
        } while (reached.cardinality() > before);
    }

    private void reach(int object) {
        if (object != HeapGraph.NONE && !reached.get(object)) {
            reached.set(object);
            int type = graph.typeOf(object);
            if (leaf[type]) {
                reachType(type);
            } else {
                frontier.add(object);
            }
        }
    }

    private void drain() {
        IntConsumer held = this::reach;
        IntConsumer goOn = object -> {
            graph.forEachHeld(object, held);
            int type = graph.typeOf(object);
            reachType(type);
            if (type == classType) {
                HeapType denoted = types.denotedBy(object);
                reachType(denoted == null ? HeapGraph.NONE : denoted.index());
            }
        };
        while (!frontier.isEmpty()) {
            frontier.visitNext(goOn);
        }
    }

    /** An object keeps its class alive, and a class its superclass and loader. */
    private void reachType(int type) {
        for (int t = type;
                t != HeapGraph.NONE && !typeSeen[t];
                t = graph.types().get(t).superType()) {
            typeSeen[t] = true;
            reach(graph.types().get(t).classObject());
            reach(graph.types().get(t).loader());
        }
    }

    /** Alive, be it over soft references only. */
    boolean reachable(int object) {
        return reached.get(object);
    }

    /** Alive only as long as memory is not short. */
    boolean onlySoftly(int object) {
        return reached.get(object) && !strong.get(object);
    }

    /** False when the dump is cut or names no roots: then nothing can be said of what is alive. */
    boolean known() {
        return graph.facts().complete() && !graph.roots().isEmpty();
    }
}
