package dev.offheap.classifiers.ledger;

import dev.offheap.parser.Captures;
import dev.offheap.parser.hotspot.NativeHeap;

/**
 * What {@code malloc_trim} would give back; bytes.
 *
 * <p>With the allocator's free lists: the sum over free chunks of their size less 4127 bytes, minus what of them is not
 * resident; in six runs that was within 4 % of what a trim gave back. With its total only: what of it is resident, in
 * six runs within 15 %. Without a process map nothing is known of what is resident: 0.68 to 0.90 of the total was
 * given back in the experiments behind the formula.
 *
 * @param low what surely goes
 * @param high the ideal case
 */
record TrimEstimate(long low, long high) {
    private static final TrimEstimate NONE = new TrimEstimate(0, 0);

    static TrimEstimate of(Captures captures, BestCaptures best) {
        if (best.allocator().isEmpty()) {
            return NONE;
        }
        AllocatorTotals totals = best.allocator().get();
        long kept = totals.retained().orElse(0);
        NativeHeap heap = captures.nativeHeaps().stream().findFirst().orElse(null);
        if (best.map().isEmpty()) {
            long most = heap == null ? kept : heap.trimmableBytes();
            return new TrimEstimate((long) (0.68 * most), (long) (0.90 * most));
        }
        Claims claims = Claims.of(captures, best.nmt().orElse(null));
        long resident = KeptFree.resident(totals, Partition.of(captures, best), claims.complete());
        if (heap == null) {
            return new TrimEstimate((long) (0.85 * resident), Math.min(kept, (long) (1.15 * resident)));
        }
        // Top chunks are not in the lists; what is not resident of them does not lessen what is.
        long absent = Math.max(0, kept - resident - topChunks(heap));
        long listed = Math.max(0, heap.trimmableBytes() - absent);
        return new TrimEstimate((long) (0.92 * listed), (long) (1.08 * listed));
    }

    private static long topChunks(NativeHeap heap) {
        long listed = heap.arenas().stream()
                .flatMap(arena -> arena.free().stream())
                .mapToLong(NativeHeap.Free::bytes)
                .sum();
        long rest =
                heap.arenas().stream().mapToLong(NativeHeap.Arena::restBytes).sum();
        return Math.max(0, rest - listed);
    }
}
