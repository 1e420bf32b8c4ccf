package dev.offheap.parser.hprof;

import dev.offheap.parser.graph.Dominators;
import dev.offheap.parser.graph.HeapGraph;
import java.util.function.IntToLongFunction;

/**
 * Dominators by the algorithm SEMI-NCA (L. Georgiadis, R. Tarjan, R. Werneck, "Finding Dominators in Practice", 2006):
 * semidominators in reverse preorder with path compression, then each dominator as the nearest common ancestor.
 */
final class DominatorTree implements Dominators {
    private final Preorder order;
    /** Number of the immediate dominator, by number. */
    private final int[] dominator;

    private final long[] retained;

    private DominatorTree(Preorder order, int[] dominator, long[] retained) {
        this.order = order;
        this.dominator = dominator;
        this.retained = retained;
    }

    static DominatorTree of(KeptAlive graph, IntToLongFunction shallowBytes) {
        Preorder order = new Preorder(graph);
        int[] dominator = new Semidominators(order, new Predecessors(graph, order)).find();
        for (int number = 1; number < order.count; number++) {
            int candidate = order.parent[number];
            while (candidate > dominator[number]) {
                candidate = dominator[candidate];
            }
            dominator[number] = candidate;
        }
        long[] retained = new long[order.count];
        for (int number = order.count - 1; number > 0; number--) {
            retained[number] += shallowBytes.applyAsLong(order.objectOf[number]);
            retained[dominator[number]] += retained[number];
        }
        return new DominatorTree(order, dominator, retained);
    }

    @Override
    public int immediateDominator(int object) {
        int number = order.numberOf[object];
        return number == 0 || dominator[number] == 0 ? HeapGraph.NONE : order.objectOf[dominator[number]];
    }

    @Override
    public long retainedBytes(int object) {
        int number = order.numberOf[object];
        return number == 0 ? 0 : retained[number];
    }
}
