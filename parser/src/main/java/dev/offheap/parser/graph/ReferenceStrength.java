package dev.offheap.parser.graph;

import java.util.Map;
import java.util.Set;

/**
 * Which reference fields of the JDK hold what they refer to.
 *
 * <p>Every direct buffer hangs on the static list of {@code jdk.internal.ref.Cleaner}: an analysis that follows that list
 * or {@code Reference.referent} finds the JDK as the owner of everything. So the referent and the links between
 * references, cleaners and finalizers do not count. Sources: JDK 8, 11, 17, 21 and 25, classes named below.
 */
public final class ReferenceStrength {
    private static final Map<String, Set<String>> HOLDING_NOTHING = Map.of(
            "java.lang.ref.Reference", Set.of("referent", "discovered", "next"),
            "java.lang.ref.Finalizer", Set.of("next", "prev"),
            "jdk.internal.ref.Cleaner", Set.of("next", "prev"),
            "sun.misc.Cleaner", Set.of("next", "prev"),
            "jdk.internal.ref.PhantomCleanable", Set.of("next", "prev", "list"),
            "jdk.internal.ref.SoftCleanable", Set.of("next", "prev", "list"),
            "jdk.internal.ref.WeakCleanable", Set.of("next", "prev", "list"),
            "jdk.internal.ref.CleanerImpl$CleanableList$Node", Set.of("arr", "next"),
            "jdk.internal.ref.CleanerImpl$CleanableList", Set.of("head"));

    private static final Map<String, Set<String>> STATICS_HOLDING_NOTHING = Map.of(
            "java.lang.ref.Finalizer", Set.of("unfinalized", "queue"),
            "jdk.internal.ref.Cleaner", Set.of("first"),
            "sun.misc.Cleaner", Set.of("first"),
            "java.lang.ref.Reference", Set.of("pending"));

    private ReferenceStrength() {}

    /** Whether an instance field keeps what it refers to, so that its object counts as a holder. */
    public static boolean holds(HeapType.Field field) {
        return !HOLDING_NOTHING.getOrDefault(field.declaredBy(), Set.of()).contains(field.name());
    }

    /** The same for a static field of the named class. */
    public static boolean staticHolds(String className, String field) {
        return !STATICS_HOLDING_NOTHING.getOrDefault(className, Set.of()).contains(field);
    }
}
