package dev.offheap.classifiers.owner.v8;

import dev.offheap.parser.v8.EdgeKind;
import dev.offheap.parser.v8.V8Heap;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of links that mean something to the search, as numbers, so that no text is compared on the way. */
final class EdgeNames {
    /** Links of the engine that lead from an object to what all of its kind share. */
    private static final Set<String> SHARED_BY_ALL = Set.of(
            "map",
            "shared",
            "code",
            "feedback_cell",
            "initial_map",
            "script",
            "script_or_debug_info",
            "function_data",
            "name_or_scope_info",
            "scope_info",
            "native_context",
            "dependent_code",
            "prototype_info",
            "constructor_or_back_pointer",
            "raw_outer_scope_info_or_feedback_metadata");

    /** Properties that do: the chain of prototypes, and the lists that timers are linked in. */
    private static final Set<String> PROPERTIES_OF_ALL =
            Set.of("__proto__", "constructor", "prototype", "_idleNext", "_idlePrev");

    /** A value of a WeakMap: it lives as long as its key, so the key holds it and the table does not. */
    private static final Pattern EPHEMERON =
            Pattern.compile("\\d+ / part of key .* \\(table @(\\d{1,18})\\)", Pattern.DOTALL);

    private final Map<String, Integer> numbers = new HashMap<>();
    private final BitSet engineLinks = new BitSet();
    private final BitSet properties = new BitSet();
    private final Map<Integer, Long> tables = new HashMap<>();

    EdgeNames(V8Heap heap) {
        for (int number = 0; number < heap.textCount(); number++) {
            String text = heap.text(number);
            numbers.putIfAbsent(text, number);
            engineLinks.set(number, SHARED_BY_ALL.contains(text));
            properties.set(number, PROPERTIES_OF_ALL.contains(text));
            if (text.contains(" / part of key ")) {
                Matcher ephemeron = EPHEMERON.matcher(text);
                if (ephemeron.matches()) {
                    tables.put(number, Long.parseLong(ephemeron.group(1)));
                }
            }
        }
    }

    /** Number of a name, as {@link V8Heap#edgeText} has it; -2 when the snapshot does not have the name. */
    int number(String name) {
        return numbers.getOrDefault(name, -2);
    }

    /** Whether who holds the edge's source does not hold what it leads to. */
    boolean isBarred(V8Heap heap, int from, int edge) {
        EdgeKind kind = heap.edgeKind(edge);
        if (kind == EdgeKind.WEAK) {
            return true;
        }
        int text = heap.edgeText(edge);
        if (text < 0) {
            return false;
        }
        if (kind == EdgeKind.INTERNAL) {
            Long table = tables.isEmpty() ? null : tables.get(text);
            return engineLinks.get(text) || table != null && table == heap.id(from);
        }
        return kind == EdgeKind.PROPERTY && properties.get(text);
    }
}
