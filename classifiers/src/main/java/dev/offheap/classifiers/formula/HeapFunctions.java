package dev.offheap.classifiers.formula;

import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.HeapStrings;
import dev.offheap.parser.graph.ValueKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The functions that formulas may call. Each answers null or an empty list for null, so that paths may end early. */
public final class HeapFunctions {
    /** A list in a hostile or broken dump may be a ring or have any length: nobody needs more than this. */
    private static final int LONGEST_CHAIN = 1_000_000;

    private static final Map<String, Formula> COMPILED = new ConcurrentHashMap<>();

    private HeapFunctions() {}

    /** The object and those that follow it over the named field; ends at null and where the chain meets itself. */
    public static List<Object> chain(Object first, String field) {
        List<Object> all = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        Object at = first;
        while (at instanceof HeapRef ref && seen.add(ref.id()) && all.size() < LONGEST_CHAIN) {
            all.add(ref);
            at = ref.get(field);
        }
        return all;
    }

    /** Elements of an array, nulls left out. */
    public static List<Object> items(Object array) {
        List<Object> all = new ArrayList<>();
        if (array instanceof HeapRef ref && ref.type().isArray()) {
            ValueKind kind = ref.type().elements().orElseThrow();
            int length = Math.min(ref.content().length(), LONGEST_CHAIN);
            for (int i = 0; i < length; i++) {
                Object value = HeapRef.value(ref.graph(), kind, ref.content().element(i));
                if (value != null) {
                    all.add(value);
                }
            }
        }
        return all;
    }

    /** Elements of a collection of {@code java.util}, values of a map; nulls left out. */
    public static List<Object> elements(Object collection) {
        return JavaCollections.elements(collection);
    }

    /** Value of a map under a key that is a text; null when there is none. */
    public static Object valueOf(Object map, String key) {
        return JavaCollections.valueOf(map, key);
    }

    /** The elements of two lists, or single objects, in one list; nulls left out. */
    public static List<Object> both(Object one, Object other) {
        List<Object> all = new ArrayList<>();
        for (Object part : new Object[] {one, other}) {
            if (part instanceof List<?> list) {
                all.addAll(list);
            } else if (part != null) {
                all.add(part);
            }
        }
        return all;
    }

    /** One element of an array or list, counted from 0; null outside. */
    public static Object item(Object array, Object index) {
        long i = asLong(index);
        if (array instanceof List<?> list) {
            return i < 0 || i >= list.size() ? null : list.get((int) i);
        }
        if (!(array instanceof HeapRef ref) || !ref.type().isArray()) {
            return null;
        }
        return i < 0 || i >= ref.content().length()
                ? null
                : HeapRef.value(
                        ref.graph(),
                        ref.type().elements().orElseThrow(),
                        ref.content().element((int) i));
    }

    /** Sum of a formula over the objects of a list. */
    public static long sum(Object list, String formula) {
        Formula each = COMPILED.computeIfAbsent(formula, Formula::of);
        long total = 0;
        if (list instanceof List<?> objects) {
            for (Object object : objects) {
                total += object instanceof HeapRef ref ? each.number(ref) : asLong(object);
            }
        }
        return total;
    }

    /** Those objects of a list for which a condition holds. */
    public static List<Object> only(Object list, String condition) {
        Formula each = COMPILED.computeIfAbsent(condition, Formula::of);
        List<Object> kept = new ArrayList<>();
        if (list instanceof List<?> objects) {
            for (Object object : objects) {
                if (object instanceof HeapRef ref && each.holds(ref)) {
                    kept.add(ref);
                }
            }
        }
        return kept;
    }

    /** Number of objects in a list. */
    public static long count(Object list) {
        return list instanceof List<?> objects ? objects.size() : 0;
    }

    /**
     * Value of a {@code LongAdder} or of a counter made from one ({@code base} plus the {@code value} of each of
     * {@code cells}), of an {@code AtomicLong} or {@code AtomicInteger}, or of a plain number.
     */
    public static long counter(Object counter) {
        if (!(counter instanceof HeapRef ref)) {
            return asLong(counter);
        }
        if (ref.content().has("base")) {
            return asLong(ref.get("base")) + sum(items(ref.get("cells")), "value");
        }
        return asLong(ref.get("value"));
    }

    /** Text of a {@code java.lang.String}; null for anything else. */
    public static String text(Object string) {
        return string instanceof HeapRef ref
                ? HeapStrings.read(ref.graph(), ref.id()).orElse(null)
                : null;
    }

    /** Whether the object's class or one of its superclasses has this simple or full name. */
    public static boolean isA(Object object, String className) {
        if (!(object instanceof HeapRef ref)) {
            return false;
        }
        for (int t = ref.type().index();
                t != HeapGraph.NONE;
                t = ref.graph().types().get(t).superType()) {
            String name = ref.graph().types().get(t).name();
            if (name.equals(className) || name.endsWith("." + className)) {
                return true;
            }
        }
        return false;
    }

    public static long max(Object a, Object b) {
        return Math.max(asLong(a), asLong(b));
    }

    public static long min(Object a, Object b) {
        return Math.min(asLong(a), asLong(b));
    }

    static long asLong(Object value) {
        if (value instanceof Number number) {
            return number instanceof Double decimal ? Math.round(decimal) : number.longValue();
        }
        return value instanceof Boolean truth && truth ? 1 : 0;
    }
}
