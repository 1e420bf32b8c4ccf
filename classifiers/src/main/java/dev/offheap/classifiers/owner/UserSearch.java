package dev.offheap.classifiers.owner;

import dev.offheap.parser.graph.HeapGraph;
import java.util.function.IntConsumer;

/**
 * For memory that a library owns: who uses the library. A second search that starts where a reference crosses from one
 * owner's objects into another's, and goes on inside the library's objects, so that {@code Netty, held for gRPC} can be
 * said of an allocator that gRPC holds.
 */
final class UserSearch {
    private final HeapGraph graph;
    private final Holders holders;
    private final boolean[] wanted;
    private final Reachability alive;
    private final char[] user;
    private final Frontier frontier;

    /** @param wanted by label: whether users of that owner's objects are asked for */
    UserSearch(HeapGraph graph, Holders holders, Reachability alive, boolean[] wanted) {
        this.graph = graph;
        this.holders = holders;
        this.alive = alive;
        this.wanted = wanted;
        user = anyOf(wanted) ? new char[graph.objectCount()] : new char[0];
        frontier = new Frontier(user.length);
        Visitor visitor = new Visitor();
        for (int object = 0; object < user.length; object++) {
            boolean labelled = holders.holder(object) == object;
            if (labelled || holders.follows(graph.typeOf(object)) && holders.label(object) != Labels.NONE) {
                visitor.crossInto(object);
            }
        }
        while (!frontier.isEmpty()) {
            frontier.visitNext(visitor::goOnInside);
        }
    }

    private static boolean anyOf(boolean[] wanted) {
        for (boolean each : wanted) {
            if (each) {
                return true;
            }
        }
        return false;
    }

    private final class Visitor {
        private int from;
        private final IntConsumer crossing = this::cross;
        private final IntConsumer inside = this::pass;

        void crossInto(int object) {
            from = object;
            graph.forEachHeld(object, crossing);
        }

        void goOnInside(int object) {
            from = object;
            graph.forEachHeld(object, inside);
        }

        private void cross(int to) {
            char owner = holders.label(to);
            if (wanted[owner]
                    && owner != holders.label(from)
                    && user[to] == Labels.NONE
                    && (alive.reachable(from) || !alive.reachable(to))) {
                user[to] = holders.label(from);
                frontier.add(to);
            }
        }

        private void pass(int to) {
            if (user[to] == Labels.NONE && holders.label(to) == holders.label(from)) {
                user[to] = user[from];
                frontier.add(to);
            }
        }
    }

    /** Label of the nearest other owner that reaches the object; {@link Labels#NONE} when there is none. */
    char userOf(int object) {
        return user.length == 0 ? Labels.NONE : user[object];
    }
}
