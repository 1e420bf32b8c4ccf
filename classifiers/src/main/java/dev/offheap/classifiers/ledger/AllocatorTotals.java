package dev.offheap.classifiers.ledger;

import dev.offheap.parser.Captures;
import dev.offheap.parser.hotspot.NativeHeap;
import dev.offheap.parser.hotspot.VmInfo;
import dev.offheap.parser.nmt.NmtReport;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the C library says of its heap, all callers together; bytes.
 *
 * @param outstanding allocated and not freed
 * @param retained free and kept
 * @param inArenas of both together, what lies in arenas; empty when it is not known
 * @param ownMalloc of the outstanding, what the JVM's tracking counted at the same moment; empty when it is not known
 *     for that moment
 * @param source kind of input
 */
record AllocatorTotals(
        long outstanding, OptionalLong retained, OptionalLong inArenas, OptionalLong ownMalloc, String source) {

    /** The best that the files have; a total that goes with a tracking report of the same moment first. */
    static Optional<AllocatorTotals> of(Captures captures) {
        OptionalLong inArenas = captures.nativeHeaps().stream()
                .mapToLong(AllocatorTotals::systemBytes)
                .findFirst();
        Optional<AllocatorTotals> log = captures.vmInfos().stream()
                .flatMap(info -> of(info, captures, inArenas).stream())
                .reduce((one, next) -> one.ownMalloc.isPresent() ? one : next);
        if (log.isPresent()
                && (log.get().ownMalloc.isPresent() || captures.nativeHeaps().isEmpty())) {
            return log;
        }
        return captures.nativeHeaps().stream()
                .map(heap -> new AllocatorTotals(
                        heap.inUseBytes(),
                        OptionalLong.of(heap.freeBytes()),
                        inArenas,
                        OptionalLong.empty(),
                        "native-heap-info"))
                .findFirst();
    }

    /** Writing a log takes some megabytes itself, so its totals go with the tracking report inside it. */
    private static Optional<AllocatorTotals> of(VmInfo info, Captures captures, OptionalLong inArenas) {
        OptionalLong own = captures.nmt().stream()
                .filter(r -> r.input().equals(info.input()) && r.complete())
                .mapToLong(NmtReport::mallocBytes)
                .findFirst();
        return info.cHeap()
                .filter(c -> !c.wrapped() && c.outstanding() > 0)
                .map(c -> new AllocatorTotals(
                        c.outstanding(),
                        c.retained(),
                        inArenas,
                        own,
                        info.kind().id()));
    }

    private static long systemBytes(NativeHeap heap) {
        return heap.arenas().stream().mapToLong(NativeHeap.Arena::systemBytes).sum();
    }
}
