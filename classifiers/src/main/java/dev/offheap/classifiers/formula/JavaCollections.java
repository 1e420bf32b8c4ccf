package dev.offheap.classifiers.formula;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What the collections of {@code java.util} and {@code java.util.concurrent} hold, by the fields that they have had
 * from JDK 8 to 25. Wrappers (synchronized, unmodifiable) are seen through.
 */
final class JavaCollections {
    /** Collections in a broken dump may be rings or have any length: nobody needs more than this. */
    private static final int MOST = 1_000_000;

    private static final int DEEPEST_WRAPPING = 8;

    /** Key and value of a map; a list or queue has values only. */
    record Entry(Object key, Object value) {}

    private JavaCollections() {}

    /** Elements of a list, queue or set, values of a map; nulls left out. */
    static List<Object> elements(Object collection) {
        boolean set = HeapFunctions.isA(collection, "java.util.AbstractSet");
        List<Object> all = new ArrayList<>();
        for (Entry entry : entries(collection, DEEPEST_WRAPPING)) {
            Object element = set && entry.key() != null ? entry.key() : entry.value();
            if (element != null) {
                all.add(element);
            }
        }
        return all;
    }

    /** Value of a map under a key that is a text; null when there is none. */
    static Object valueOf(Object map, String key) {
        return entries(map, DEEPEST_WRAPPING).stream()
                .filter(entry -> key.equals(HeapFunctions.text(entry.key())))
                .map(Entry::value)
                .findFirst()
                .orElse(null);
    }

    private static List<Entry> entries(Object collection, int depth) {
        if (!(collection instanceof HeapRef ref) || depth == 0) {
            return List.of();
        }
        if (ref.type().isArray()) {
            return HeapFunctions.items(ref).stream()
                    .map(each -> new Entry(null, each))
                    .toList();
        }
        if (ref.get("table") instanceof HeapRef table) {
            return inBuckets(table);
        }
        if (ref.get("root") instanceof HeapRef root) {
            return inTree(root);
        }
        Optional<HeapRef> first = firstOf(ref, "first", "head");
        if (first.isPresent()) {
            return linked(first.get());
        }
        return firstOf(ref, "elementData", "elements", "array", "a", "map", "m", "al", "list", "c")
                .map(inner -> entries(inner, depth - 1))
                .orElse(List.of());
    }

    private static Optional<HeapRef> firstOf(HeapRef object, String... fields) {
        for (String field : fields) {
            if (object.get(field) instanceof HeapRef value) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private static List<Entry> linked(HeapRef first) {
        List<Entry> all = new ArrayList<>();
        for (Object node : HeapFunctions.chain(first, "next")) {
            all.add(new Entry(null, ((HeapRef) node).get("item")));
        }
        return all;
    }

    private static List<Entry> inBuckets(HeapRef table) {
        List<Entry> all = new ArrayList<>();
        for (Object bucket : HeapFunctions.items(table)) {
            for (Object node : HeapFunctions.chain(startOf(bucket), "next")) {
                if (all.size() == MOST) {
                    return all;
                }
                all.add(entry((HeapRef) node));
            }
        }
        return all;
    }

    /** A bucket of many in a {@code ConcurrentHashMap} is a tree whose nodes are also a list. */
    private static Object startOf(Object bucket) {
        return bucket instanceof HeapRef ref && ref.get("first") instanceof HeapRef first ? first : bucket;
    }

    private static List<Entry> inTree(HeapRef root) {
        List<Entry> all = new ArrayList<>();
        Deque<HeapRef> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty() && all.size() < MOST) {
            HeapRef node = open.pop();
            all.add(entry(node));
            firstOf(node, "left").ifPresent(open::push);
            firstOf(node, "right").ifPresent(open::push);
        }
        return all;
    }

    private static Entry entry(HeapRef node) {
        Object value = node.get("value");
        return new Entry(node.get("key"), value == null ? node.get("val") : value);
    }
}
