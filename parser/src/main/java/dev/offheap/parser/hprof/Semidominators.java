package dev.offheap.parser.hprof;

import java.util.Arrays;

/** Finds the semidominator of every number of a {@link Preorder}. */
final class Semidominators {
    private final Preorder order;
    private final Predecessors predecessors;
    private final int[] semi;
    /** The number with the lowest semidominator on the compressed path upwards. */
    private final int[] best;
    /** Upwards in the forest of numbers that are done; shortened as paths are compressed. */
    private final int[] ancestor;

    private int[] path = new int[1 << 10];

    Semidominators(Preorder order, Predecessors predecessors) {
        this.order = order;
        this.predecessors = predecessors;
        semi = new int[order.count];
        best = new int[order.count];
        ancestor = order.parent.clone();
        for (int number = 0; number < order.count; number++) {
            semi[number] = number;
            best[number] = number;
        }
    }

    /** Semidominators by number. */
    int[] find() {
        for (int number = order.count - 1; number > 0; number--) {
            int lowest = order.parent[number];
            int end = predecessors.end(number);
            int begin = predecessors.begin(number);
            if (begin == end) {
                lowest = 0; // a root
            }
            for (int i = begin; i < end; i++) {
                int from = predecessors.at(i);
                int candidate = from <= number ? from : semi[lowestAbove(from, number)];
                lowest = Math.min(lowest, candidate);
            }
            semi[number] = lowest;
        }
        return semi;
    }

    /** The number with the lowest semidominator on the way from a number up to one that is not done yet. */
    private int lowestAbove(int number, int lastDone) {
        int length = 0;
        for (int at = number; ancestor[at] > lastDone; at = ancestor[at]) {
            if (length == path.length) {
                path = Arrays.copyOf(path, 2 * length);
            }
            path[length++] = at;
        }
        while (length > 0) {
            int at = path[--length];
            int above = ancestor[at];
            if (semi[best[above]] < semi[best[at]]) {
                best[at] = best[above];
            }
            ancestor[at] = ancestor[above];
        }
        return best[number];
    }
}
