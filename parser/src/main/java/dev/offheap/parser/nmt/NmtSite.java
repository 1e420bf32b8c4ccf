package dev.offheap.parser.nmt;

import java.util.List;

/**
 * A call site that allocated memory.
 *
 * @param frames innermost first, symbols without addresses; compiled Java code has no symbol and reads {@code ?}
 * @param category the JVM's name for the use; empty where the report does not print it
 * @param kind whether by malloc or by mapping
 * @param bytes allocated, or committed
 * @param count number of allocations; 0 for mappings
 * @param change bytes added since the baseline, in a report of differences; else 0
 */
public record NmtSite(List<String> frames, String category, Kind kind, long bytes, long count, long change) {
    public NmtSite {
        frames = List.copyOf(frames);
    }

    /** How a site got its memory. */
    public enum Kind {
        MALLOC,
        MMAP
    }
}
