package dev.offheap.parser.nmt;

import java.util.List;

/**
 * A reserved region of the virtual memory map.
 *
 * @param start first address, as an unsigned number
 * @param end first address behind it
 * @param category the JVM's name for its use, for example {@code Thread Stack}
 * @param committed the committed parts, each inside the region
 */
public record NmtRegion(long start, long end, String category, List<Range> committed) {
    public NmtRegion {
        committed = List.copyOf(committed);
    }

    public long reservedBytes() {
        return end - start;
    }

    public long committedBytes() {
        return committed.stream().mapToLong(Range::bytes).sum();
    }

    /** Addresses from start, inclusive, to end, exclusive. */
    public record Range(long start, long end) {
        public long bytes() {
            return end - start;
        }
    }
}
