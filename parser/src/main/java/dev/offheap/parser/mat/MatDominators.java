package dev.offheap.parser.mat;

import dev.offheap.parser.graph.Dominators;
import dev.offheap.parser.graph.HeapGraph;
import java.io.UncheckedIOException;
import java.util.Set;
import org.eclipse.mat.SnapshotException;
import org.eclipse.mat.parser.internal.SnapshotImpl;

/** Dominators from a snapshot without garbage and without the referents that keep nothing alive. */
final class MatDominators implements Dominators {
    static final Set<String> WITHOUT_REFERENTS =
            Set.of("java.lang.ref.WeakReference", "java.lang.ref.PhantomReference", "java.lang.ref.FinalReference");

    private final MatHeap heap;
    private final SnapshotImpl live;

    MatDominators(MatHeap heap, SnapshotImpl live) {
        this.heap = heap;
        this.live = live;
    }

    @Override
    public int immediateDominator(int object) {
        int number = number(object);
        if (number < 0) {
            return HeapGraph.NONE;
        }
        try {
            int dominator = live.getImmediateDominatorId(number);
            return dominator < 0 ? HeapGraph.NONE : heap.objectAt(live.mapIdToAddress(dominator));
        } catch (SnapshotException failure) {
            throw new UncheckedIOException(MatChecks.failed(heap.name(), failure));
        }
    }

    @Override
    public long retainedBytes(int object) {
        int number = number(object);
        try {
            return number < 0 ? 0 : live.getRetainedHeapSize(number);
        } catch (SnapshotException failure) {
            throw new UncheckedIOException(MatChecks.failed(heap.name(), failure));
        }
    }

    private int number(int object) {
        return live.getIndexManager().o2address().reverse(heap.addressOf(object));
    }
}
