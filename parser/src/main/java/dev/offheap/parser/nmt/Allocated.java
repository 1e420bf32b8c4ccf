package dev.offheap.parser.nmt;

import java.util.OptionalLong;

/**
 * Memory from {@code malloc} or in the JVM's arenas.
 *
 * @param bytes allocated and not freed
 * @param count number of allocations (of arenas)
 * @param peak the most that was ever allocated, where the JDK prints it
 */
public record Allocated(long bytes, long count, OptionalLong peak) {
    public static final Allocated NONE = new Allocated(0, 0, OptionalLong.empty());
}
