package dev.offheap.classifiers.ledger;

/**
 * How much of the free memory that the allocator keeps is resident.
 *
 * <p>Its own figure does not say: memory that was given back page by page (by trimming) still counts. What is mapped as
 * arenas and not resident is free memory, of two kinds. One lies behind the end of an arena that grew and shrank again:
 * the allocator does not count it. The rest is counted and costs nothing.
 */
final class KeptFree {
    private KeptFree() {}

    /**
     * @param complete whether every mapping of the JVM is known, so that the others are allocations
     * @return bytes, from 0 to what the allocator says it keeps
     */
    static long resident(AllocatorTotals totals, Partition partition, boolean complete) {
        long kept = totals.retained().orElse(0);
        // All that was got from the system is in arenas or has a mapping of its own.
        long inArenas = totals.inArenas()
                .orElse(complete ? totals.outstanding() + kept - partition.mallocBytes() : partition.arenaBytes());
        long behindEnd = Math.max(0, partition.arenaBytes() - inArenas);
        long absent = Math.max(0, partition.absentInArenas() - behindEnd);
        return Math.max(0, kept - absent);
    }
}
