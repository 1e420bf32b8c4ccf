package dev.offheap.classifiers.owner.v8;

import dev.offheap.parser.v8.NodeKind;
import dev.offheap.parser.v8.V8Heap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** The search forward from labelled nodes at once: every node gets the label of its nearest holder, and the way to it. */
final class HolderTree {
    /** Hubs of Node.js and V8: everybody leads to them and they lead to everybody. */
    private static final Set<String> HUBS = Set.of(
            "Node / CleanupQueue",
            "Node / PrincipalRealm",
            "Node / ShadowRealm",
            "Node / Realm",
            "Node / Environment",
            "Node / IsolateData",
            "system / NativeContext",
            "system / FeedbackVector",
            "system / FeedbackCell",
            "system / PropertyCell",
            "system / Cell",
            "system / ScopeInfo",
            "system / WeakFixedArray");

    private final V8Heap heap;
    private final EdgeNames names;
    private final char[] own;
    private final boolean goThrough;
    private final char[] label;
    private final int[] parent;
    private final IntQueue queue = new IntQueue();
    private final int context;

    /**
     * @param own labels that nodes have by themselves
     * @param from which of them count as holders
     * @param goThrough whether the search goes on through nodes with another label
     */
    HolderTree(V8Heap heap, EdgeNames names, char[] own, IntPredicate from, boolean goThrough) {
        this.heap = heap;
        this.names = names;
        this.own = own;
        this.goThrough = goThrough;
        context = names.number("context");
        label = new char[own.length];
        parent = new int[own.length];
        Arrays.fill(parent, -1);
        for (int node = 0; node < own.length; node++) {
            if (own[node] != Labels.NONE && from.test(own[node])) {
                label[node] = own[node];
                queue.add(node);
            }
        }
        spread();
        connections();
        spread();
    }

    private void spread() {
        while (!queue.isEmpty()) {
            int node = queue.take();
            if (isCrossed(node)) {
                for (int edge = heap.firstEdge(node); edge < heap.firstEdge(node + 1); edge++) {
                    visit(node, edge);
                }
            }
        }
    }

    private void visit(int node, int edge) {
        int target = heap.target(edge);
        if (label[target] != Labels.NONE || own[target] != Labels.NONE && !goThrough) {
            return;
        }
        boolean coreContext =
                own[node] == Labels.NONE && heap.edgeText(edge) == context && heap.kind(node) == NodeKind.CLOSURE;
        if (!coreContext && !names.isBarred(heap, node, edge)) {
            label[target] = label[node];
            parent[target] = node;
            queue.add(target);
        }
    }

    private boolean isCrossed(int node) {
        String name = heap.name(node);
        return switch (heap.kind(node)) {
            case CODE, OBJECT_SHAPE -> false;
            case SYNTHETIC -> name.startsWith("Node / ") && !HUBS.contains(name);
            case NATIVE, HIDDEN, ARRAY, OBJECT -> !HUBS.contains(name);
            default -> true;
        };
    }

    /** Connections that only Node.js itself holds belong to whoever holds the server that accepted them. */
    private void connections() {
        int server = names.number("server");
        int tlsServer = names.number("_server");
        for (int node = 0; node < own.length; node++) {
            if (label[node] == Labels.NONE && heap.kind(node) == NodeKind.OBJECT) {
                for (int edge = heap.firstEdge(node); edge < heap.firstEdge(node + 1); edge++) {
                    int text = heap.edgeText(edge);
                    int target = heap.target(edge);
                    if ((text == server || text == tlsServer) && text >= 0 && label[target] != Labels.NONE) {
                        label[node] = label[target];
                        parent[node] = target;
                        queue.add(node);
                        break;
                    }
                }
            }
        }
    }

    /** Label of the nearest holder; {@link Labels#NONE} when only Node.js itself holds the node. */
    char label(int node) {
        return label[node];
    }

    /** The node that led to this one; -1 for a holder, and for what nobody holds. */
    int parent(int node) {
        return parent[node];
    }

    /** From the holder to the node, both included. */
    List<Integer> path(int node) {
        List<Integer> path = new ArrayList<>();
        for (int at = node; at >= 0; at = parent[at]) {
            path.add(at);
        }
        Collections.reverse(path);
        return path;
    }
}
