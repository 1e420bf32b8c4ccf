package dev.offheap.classifiers.owner;

import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.HeapType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.IntConsumer;

/**
 * The path from whoever uses a library to the library's object that carries memory: where a reader starts to look in
 * the own code. Searched for the few objects that a report shows, and given up where it would take long.
 */
final class UserPath {
    /** Visits of all searches of a report together; some seconds at most. */
    private static final int MOST_VISITED = 2_000_000;

    private final HeapGraph graph;
    private final Labels labels;
    private final Holders holders;
    private final ThreadLocalValues threadLocals;
    private int visited;

    UserPath(HeapGraph graph, Labels labels, Holders holders, ThreadLocalValues threadLocals) {
        this.graph = graph;
        this.labels = labels;
        this.holders = holders;
        this.threadLocals = threadLocals;
    }

    /** From an object of the user to the object, both included; empty when none was found. */
    List<Integer> to(int object, char user) {
        if (user == Labels.NONE || holders.label(object) == user) {
            return List.of();
        }
        Search search = new Search(user, holders.label(object));
        search.startAtUser();
        while (!search.queue.isEmpty() && !search.parents.containsKey(object) && visited < MOST_VISITED) {
            search.visit(search.queue.remove());
        }
        return search.parents.containsKey(object) ? search.pathTo(object) : List.of();
    }

    private final class Search {
        private final char user;
        private final char library;
        private final Map<Integer, Integer> parents = new HashMap<>();
        private final Queue<Integer> queue = new ArrayDeque<>();

        Search(char user, char library) {
            this.user = user;
            this.library = library;
        }

        void startAtUser() {
            List<Integer> start = new ArrayList<>();
            for (HeapType type : graph.types()) {
                if (labels.ofType(type.index()) == user) {
                    start.add(type.classObject());
                    graph.instancesOf(type.index()).limit(MOST_VISITED).forEach(start::add);
                }
            }
            addInOrder(start, HeapGraph.NONE);
        }

        void visit(int at) {
            List<Integer> next = new ArrayList<>();
            IntConsumer inside = held -> {
                char label = holders.label(held);
                if (label == library || label == user && holders.holder(held) != held) {
                    next.add(held);
                }
            };
            graph.forEachHeld(at, inside);
            if (threadLocals.isKey(graph.typeOf(at))) {
                threadLocals.of(at).forEach(inside::accept);
            }
            addInOrder(next, at);
        }

        /** Of two paths of one length the same is shown whatever the order in which a reader lists references. */
        private void addInOrder(List<Integer> objects, int parent) {
            Collections.sort(objects);
            objects.forEach(object -> add(object, parent));
        }

        private void add(int object, int parent) {
            if (object != HeapGraph.NONE && visited < MOST_VISITED && parents.putIfAbsent(object, parent) == null) {
                visited++;
                queue.add(object);
            }
        }

        List<Integer> pathTo(int object) {
            LinkedList<Integer> path = new LinkedList<>();
            for (int at = object; at != HeapGraph.NONE; at = parents.get(at)) {
                path.addFirst(at);
            }
            return path;
        }
    }
}
