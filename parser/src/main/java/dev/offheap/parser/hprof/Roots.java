package dev.offheap.parser.hprof;

import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.HeapRoot;
import dev.offheap.parser.graph.HeapType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The roots of a dump as the port shows them. */
final class Roots {
    private static final Set<HeapRoot.Kind> OF_THREADS =
            EnumSet.of(HeapRoot.Kind.JAVA_FRAME, HeapRoot.Kind.JNI_LOCAL, HeapRoot.Kind.NATIVE_STACK);

    private Roots() {}

    static List<HeapRoot> of(RootList found, AddressMap objects, List<HeapType> types) {
        Map<Integer, Integer> threads = new HashMap<>();
        for (int root = 0; root < found.count(); root++) {
            if (found.tag(root) == Tag.ROOT_THREAD_OBJECT) {
                threads.put(found.thread(root), objects.objectAt(found.address(root)));
            }
        }
        List<HeapRoot> roots = new ArrayList<>();
        BitSet known = new BitSet();
        for (int root = 0; root < found.count(); root++) {
            int object = objects.objectAt(found.address(root));
            HeapRoot.Kind kind = kind(found.tag(root));
            if (object != HeapGraph.NONE) {
                boolean ofThread = OF_THREADS.contains(kind);
                int thread = ofThread ? threads.getOrDefault(found.thread(root), HeapGraph.NONE) : HeapGraph.NONE;
                roots.add(new HeapRoot(object, kind, thread));
                known.set(object);
            }
        }
        for (HeapType type : types) {
            boolean ofBootLoader = type.loader() == HeapGraph.NONE && type.classObject() != HeapGraph.NONE;
            if (ofBootLoader && !type.isArray() && !known.get(type.classObject())) {
                roots.add(new HeapRoot(type.classObject(), HeapRoot.Kind.SYSTEM_CLASS, HeapGraph.NONE));
            }
        }
        roots.sort(Comparator.comparingInt(HeapRoot::object)
                .thenComparing(HeapRoot::kind)
                .thenComparingInt(HeapRoot::thread));
        return List.copyOf(roots);
    }

    private static HeapRoot.Kind kind(int tag) {
        return switch (tag) {
            case Tag.ROOT_JNI_GLOBAL -> HeapRoot.Kind.JNI_GLOBAL;
            case Tag.ROOT_JNI_LOCAL -> HeapRoot.Kind.JNI_LOCAL;
            case Tag.ROOT_JAVA_FRAME -> HeapRoot.Kind.JAVA_FRAME;
            case Tag.ROOT_NATIVE_STACK -> HeapRoot.Kind.NATIVE_STACK;
            case Tag.ROOT_STICKY_CLASS -> HeapRoot.Kind.SYSTEM_CLASS;
            case Tag.ROOT_THREAD_BLOCK -> HeapRoot.Kind.THREAD_BLOCK;
            case Tag.ROOT_MONITOR_USED -> HeapRoot.Kind.MONITOR;
            case Tag.ROOT_THREAD_OBJECT -> HeapRoot.Kind.THREAD;
            default -> HeapRoot.Kind.UNKNOWN;
        };
    }
}
