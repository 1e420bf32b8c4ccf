package dev.offheap.parser.hotspot;

import java.util.List;

/**
 * What glibc's {@code malloc_info} says of the C heap ({@code jcmd PID System.native_heap_info}); sizes in bytes.
 *
 * @param arenas the main arena first
 * @param mappedBytes in chunks large enough to be mapped each by itself
 * @param mappedCount number of those
 */
public record NativeHeap(String input, List<Arena> arenas, long mappedBytes, long mappedCount) {
    /**
     * What trimming leaves of a free chunk: its header, and on average a page that it shares with chunks in use. From
     * fitting what {@code malloc_trim} gave back in four experiments, within 4 %.
     */
    private static final long KEPT_PER_CHUNK = 4127;

    public NativeHeap {
        arenas = List.copyOf(arenas);
    }

    /** Free bytes that the allocator keeps. */
    public long freeBytes() {
        return arenas.stream().mapToLong(Arena::freeBytes).sum();
    }

    /** Bytes allocated and not freed, with the allocator's own overhead. */
    public long inUseBytes() {
        return arenas.stream().mapToLong(a -> a.systemBytes() - a.freeBytes()).sum() + mappedBytes;
    }

    /**
     * Free bytes that trimming would give back to the system: the sum over free chunks of their size less 4127 bytes.
     * The top chunk of each arena and the fast bins are not listed as chunks and do not count.
     */
    public long trimmableBytes() {
        return arenas.stream()
                .flatMap(a -> a.free().stream())
                .mapToLong(f -> Math.max(0, f.bytes() - KEPT_PER_CHUNK * f.count()))
                .sum();
    }

    /**
     * One arena.
     *
     * @param fastBytes in fast bins: small chunks that are kept unmerged
     * @param restBytes in all other free chunks, the top chunk included
     * @param systemBytes got from the system
     * @param free free chunks, by size
     */
    public record Arena(long fastBytes, long restBytes, long systemBytes, List<Free> free) {
        public Arena {
            free = List.copyOf(free);
        }

        public long freeBytes() {
            return fastBytes + restBytes;
        }
    }

    /** Free chunks of similar size: their number, and their bytes together. */
    public record Free(long count, long bytes) {}
}
