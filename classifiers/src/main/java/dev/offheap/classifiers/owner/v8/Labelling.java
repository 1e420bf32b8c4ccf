package dev.offheap.classifiers.owner.v8;

import dev.offheap.parser.v8.NodeKind;
import dev.offheap.parser.v8.V8Heap;
import java.util.HashMap;
import java.util.Map;

/**
 * The label that nodes of one isolate have by themselves: functions by their script, contexts by the function that made
 * them, instances by their constructor, CommonJS modules by their file, and what a native addon exports by the addon.
 */
final class Labelling {
    private static final int LONGEST_CHAIN = 1_000;

    private final V8Heap heap;
    private final EdgeNames names;
    private final Labels labels;
    private final Bundles bundles;
    private final char[] own;
    private final Map<Integer, Character> byPrototype = new HashMap<>();

    Labelling(V8Heap heap, EdgeNames names, Labels labels, Bundles bundles) {
        this.heap = heap;
        this.names = names;
        this.labels = labels;
        this.bundles = bundles;
        own = new char[heap.nodeCount()];
        functions();
        modules();
        instances();
        contexts();
    }

    /** By node; {@link Labels#NONE} for most. */
    char[] own() {
        return own;
    }

    private void functions() {
        int shared = names.number("shared");
        for (int node = 0; node < own.length; node++) {
            if (heap.kind(node) == NodeKind.CLOSURE) {
                int info = follow(node, shared);
                own[node] = info < 0 ? Labels.NONE : labels.ofScript(bundles.source(heap, node, scriptOf(info)));
            }
        }
    }

    /** V8 before 12 says {@code script_or_debug_info}. */
    private String scriptOf(int info) {
        int script = follow(info, names.number("script"));
        if (script < 0) {
            script = follow(info, names.number("script_or_debug_info"));
        }
        return script < 0 || heap.kind(script) != NodeKind.CODE ? "" : heap.name(script);
    }

    private void modules() {
        int filename = names.number("filename");
        int exports = names.number("exports");
        for (int node = 0; node < own.length; node++) {
            if (heap.kind(node) == NodeKind.OBJECT && heap.name(node).equals("Module")) {
                int file = follow(node, filename);
                String path = file < 0 ? "" : heap.name(file);
                own[node] = labels.ofScript(path);
                if (own[node] != Labels.NONE && path.endsWith(".node")) {
                    addon(follow(node, exports), own[node]);
                }
            }
        }
    }

    /** What an addon exports has no script: its functions and their instances are the addon's. */
    private void addon(int exports, char label) {
        if (exports < 0) {
            return;
        }
        mark(exports, label);
        for (int edge = heap.firstEdge(exports); edge < heap.firstEdge(exports + 1); edge++) {
            int value = heap.target(edge);
            if (!names.isBarred(heap, exports, edge) && heap.kind(value) == NodeKind.CLOSURE) {
                mark(value, label);
            }
        }
    }

    private void mark(int node, char label) {
        if (own[node] == Labels.NONE && heap.kind(node) != NodeKind.SYNTHETIC) {
            own[node] = label;
        }
    }

    private void instances() {
        int proto = names.number("__proto__");
        int function = names.number("function");
        for (int node = 0; node < own.length; node++) {
            if (own[node] == Labels.NONE && heap.kind(node) == NodeKind.OBJECT) {
                int prototype = follow(node, proto);
                char label =
                        prototype < 0 ? Labels.NONE : byPrototype.computeIfAbsent(prototype, this::constructorLabel);
                if (label == Labels.NONE) {
                    int generator = follow(node, function); // a function that waits: generators and async functions
                    label = generator >= 0 && heap.kind(generator) == NodeKind.CLOSURE ? own[generator] : Labels.NONE;
                }
                own[node] = label;
            }
        }
    }

    private char constructorLabel(int prototype) {
        int constructor = follow(prototype, names.number("constructor"));
        return constructor >= 0 && heap.kind(constructor) == NodeKind.CLOSURE ? own[constructor] : Labels.NONE;
    }

    private void contexts() {
        int context = names.number("context");
        int previous = names.number("previous");
        for (int node = 0; node < own.length; node++) {
            if (heap.kind(node) == NodeKind.CLOSURE && own[node] != Labels.NONE) {
                int at = follow(node, context);
                for (int i = 0; i < LONGEST_CHAIN && at >= 0 && own[at] == Labels.NONE && isContext(at); i++) {
                    own[at] = own[node];
                    at = follow(at, previous);
                }
            }
        }
    }

    private boolean isContext(int node) {
        return heap.name(node).equals("system / Context");
    }

    private int follow(int node, int name) {
        for (int edge = heap.firstEdge(node); edge < heap.firstEdge(node + 1); edge++) {
            if (heap.edgeText(edge) == name) {
                return heap.target(edge);
            }
        }
        return -1;
    }
}
