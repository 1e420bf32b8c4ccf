package dev.offheap.classifiers.owner;

import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.HeapObject;
import dev.offheap.parser.graph.HeapType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Values of thread-locals by their key. A thread's map refers to its keys weakly, but it is whoever holds the
 * {@code ThreadLocal} that put the value there, not the thread: the search goes from key to value.
 */
final class ThreadLocalValues {
    private final Map<Integer, List<Integer>> byKey = new HashMap<>();
    private final Set<Integer> keyTypes = new HashSet<>();

    ThreadLocalValues(TypeNames types) {
        HeapGraph graph = types.graph();
        types.family("java.lang.ThreadLocal").forEach(type -> keyTypes.add(type.index()));
        for (HeapType type : types.named("java.lang.ThreadLocal$ThreadLocalMap$Entry")) {
            graph.instancesOf(type.index()).forEach(id -> {
                HeapObject entry = graph.object(id);
                int key = entry.reference("referent");
                int value = entry.reference("value");
                if (key != HeapGraph.NONE && value != HeapGraph.NONE) {
                    byKey.computeIfAbsent(key, k -> new ArrayList<>(1)).add(value);
                }
            });
        }
    }

    boolean isKey(int type) {
        return keyTypes.contains(type);
    }

    List<Integer> of(int threadLocal) {
        return byKey.getOrDefault(threadLocal, List.of());
    }
}
