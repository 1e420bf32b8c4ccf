package dev.offheap.classifiers.ledger;

import dev.offheap.parser.process.MemoryRegion;
import dev.offheap.parser.process.ProcessMap;
import java.util.ArrayList;
import java.util.List;

/**
 * Buffers that were allocated and never written to. A large buffer has pages of its own; where a writable mapping lacks
 * as many resident bytes as one buffer has, within what the allocator adds, that buffer is not resident.
 */
final class Untouched {
    private static final long SMALLEST = 256 << 10;
    private static final long TOLERANCE = 16 << 10;

    private Untouched() {}

    /** @param buffers sizes in bytes, largest first */
    static long bytes(List<Long> buffers, ProcessMap map) {
        List<Long> gaps = new ArrayList<>();
        for (MemoryRegion region : map.regions()) {
            if (region.isAnonymous() && region.isWritable() && !region.path().startsWith("[stack")) {
                gaps.add(region.bytes() - region.rss());
            }
        }
        long untouched = 0;
        for (long buffer : buffers) {
            if (buffer < SMALLEST) {
                break;
            }
            for (int i = 0; i < gaps.size(); i++) {
                if (Math.abs(gaps.get(i) - buffer) <= TOLERANCE) {
                    untouched += buffer;
                    gaps.remove(i);
                    break;
                }
            }
        }
        return untouched;
    }
}
