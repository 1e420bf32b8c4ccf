package dev.offheap.classifiers.owner.v8;

import dev.offheap.parser.v8.EdgeKind;
import dev.offheap.parser.v8.NodeKind;
import dev.offheap.parser.v8.V8Heap;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/**
 * One node as a formula of the catalog sees it: {@code selfBytes}, {@code package} (npm name of the holder),
 * {@code pattern}, {@code nodeMajor}, {@code cacheLimitBytes}, and every other name as a property of the object: true or
 * false where it is one of these, 1 where it is there with another value, null where it is not.
 */
final class V8Names extends AbstractMap<String, Object> {
    private final V8Heap heap;
    private final int node;
    private final Map<String, Object> given;

    V8Names(V8Heap heap, int node, Map<String, Object> given) {
        this.heap = heap;
        this.node = node;
        this.given = given;
    }

    @Override
    public Object get(Object name) {
        if (given.containsKey(name)) {
            return given.get(name);
        }
        for (int edge = heap.firstEdge(node); edge < heap.firstEdge(node + 1); edge++) {
            if (heap.edgeKind(edge) == EdgeKind.PROPERTY && heap.edgeName(edge).equals(name)) {
                Boolean truth = truth(heap, heap.target(edge));
                return truth == null ? (Object) 1L : truth;
            }
        }
        return null;
    }

    /**
     * V8's true and false are oddballs: they have the value's name from Node.js 24 on, and lead to a text that says it
     * before; null for everything else.
     */
    static Boolean truth(V8Heap heap, int node) {
        if (heap.kind(node) != NodeKind.HIDDEN) {
            return null;
        }
        Boolean named = truth(heap.name(node));
        if (named != null || !heap.name(node).equals("system / Oddball")) {
            return named;
        }
        for (int edge = heap.firstEdge(node); edge < heap.firstEdge(node + 1); edge++) {
            Boolean text = truth(heap.name(heap.target(edge)));
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private static Boolean truth(String text) {
        return text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return given.entrySet();
    }
}
