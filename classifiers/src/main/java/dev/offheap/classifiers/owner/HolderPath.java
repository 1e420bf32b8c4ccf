package dev.offheap.classifiers.owner;

import dev.offheap.parser.graph.HeapGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * The path from a holder to what it holds. The search over the whole heap keeps holders and no paths; the few that a
 * report shows are searched again, each inside what its holder holds.
 */
final class HolderPath {
    /** A holder of more objects than this has no path shown; nobody reads one that long. */
    private static final int MOST_VISITED = 2_000_000;

    private final HeapGraph graph;
    private final Holders holders;
    private final ThreadLocalValues threadLocals;

    HolderPath(HeapGraph graph, Holders holders, ThreadLocalValues threadLocals) {
        this.graph = graph;
        this.holders = holders;
        this.threadLocals = threadLocals;
    }

    /** From the holder to the object, both included; the object alone when nobody holds it or it has a label itself. */
    List<Integer> to(int object) {
        int holder = holders.holder(object);
        if (holder == HeapGraph.NONE || holder == object) {
            return List.of(object);
        }
        Map<Integer, Integer> parents = new HashMap<>();
        Queue<Integer> queue = new ArrayDeque<>();
        queue.add(holder);
        while (!queue.isEmpty() && !parents.containsKey(object) && parents.size() < MOST_VISITED) {
            int at = queue.remove();
            if (at == holder || holders.follows(graph.typeOf(at))) {
                visit(at, holder, parents, queue);
            }
        }
        return path(holder, object, parents);
    }

    private void visit(int at, int holder, Map<Integer, Integer> parents, Queue<Integer> queue) {
        List<Integer> next = new ArrayList<>();
        graph.forEachHeld(at, next::add);
        if (threadLocals.isKey(graph.typeOf(at))) {
            next.addAll(threadLocals.of(at));
        }
        Collections.sort(next); // the same path whatever the order in which a reader lists references
        for (int held : next) {
            if (holders.holder(held) == holder && held != holder && parents.putIfAbsent(held, at) == null) {
                queue.add(held);
            }
        }
    }

    private static List<Integer> path(int holder, int object, Map<Integer, Integer> parents) {
        LinkedList<Integer> path = new LinkedList<>();
        for (Integer at = object; at != null && at != holder; at = parents.get(at)) {
            path.addFirst(at);
        }
        path.addFirst(holder);
        return path;
    }
}
