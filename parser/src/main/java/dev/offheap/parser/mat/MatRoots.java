package dev.offheap.parser.mat;

import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.HeapRoot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.mat.SnapshotException;
import org.eclipse.mat.collect.HashMapIntObject;
import org.eclipse.mat.collect.IteratorInt;
import org.eclipse.mat.parser.internal.SnapshotImpl;
import org.eclipse.mat.parser.model.XGCRootInfo;
import org.eclipse.mat.snapshot.model.GCRootInfo;

/** Roots of a snapshot, without the garbage that MAT makes roots of to keep it. */
final class MatRoots {
    private final MatNumbers numbers;
    private final List<HeapRoot> roots = new ArrayList<>();

    private MatRoots(MatNumbers numbers) {
        this.numbers = numbers;
    }

    static List<HeapRoot> of(SnapshotImpl snapshot, MatNumbers numbers) throws SnapshotException {
        MatRoots all = new MatRoots(numbers);
        for (int object : snapshot.getGCRoots()) {
            for (GCRootInfo root : snapshot.getGCRootInfo(object)) {
                all.add(root);
            }
        }
        HashMapIntObject<HashMapIntObject<XGCRootInfo[]>> threads = snapshot.getRootsPerThread();
        for (IteratorInt thread = threads.keys(); thread.hasNext(); ) {
            HashMapIntObject<XGCRootInfo[]> locals = threads.get(thread.next());
            for (IteratorInt object = locals.keys(); object.hasNext(); ) {
                for (XGCRootInfo root : locals.get(object.next())) {
                    all.add(root);
                }
            }
        }
        all.roots.sort(Comparator.comparingInt(HeapRoot::object)
                .thenComparing(HeapRoot::kind)
                .thenComparingInt(HeapRoot::thread));
        return List.copyOf(all.roots);
    }

    private void add(GCRootInfo root) {
        int object = numbers.fromMat(root.getObjectId());
        if (object == HeapGraph.NONE || root.getType() == GCRootInfo.Type.UNREACHABLE) {
            return;
        }
        boolean ofThread = root.getContextAddress() != 0;
        int thread = ofThread ? numbers.fromMat(root.getContextId()) : HeapGraph.NONE;
        roots.add(new HeapRoot(object, kind(root.getType(), ofThread), thread));
    }

    /** MAT calls JNI globals NATIVE_STACK; those that are have a thread. */
    private static HeapRoot.Kind kind(int type, boolean ofThread) {
        return switch (type) {
            case GCRootInfo.Type.SYSTEM_CLASS -> HeapRoot.Kind.SYSTEM_CLASS;
            case GCRootInfo.Type.NATIVE_LOCAL -> HeapRoot.Kind.JNI_LOCAL;
            case GCRootInfo.Type.NATIVE_STACK -> ofThread ? HeapRoot.Kind.NATIVE_STACK : HeapRoot.Kind.JNI_GLOBAL;
            case GCRootInfo.Type.THREAD_BLOCK -> HeapRoot.Kind.THREAD_BLOCK;
            case GCRootInfo.Type.BUSY_MONITOR -> HeapRoot.Kind.MONITOR;
            case GCRootInfo.Type.JAVA_LOCAL -> HeapRoot.Kind.JAVA_FRAME;
            case GCRootInfo.Type.THREAD_OBJ -> HeapRoot.Kind.THREAD;
            default -> HeapRoot.Kind.UNKNOWN;
        };
    }
}
