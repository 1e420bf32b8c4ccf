package dev.offheap.classifiers.ledger;

import dev.offheap.parser.nmt.NmtRegion;
import dev.offheap.parser.process.MemoryRegion;
import java.util.List;
import java.util.Optional;

/** Finds mappings that follow each other without a gap and have a length together. */
final class RunsOfLength {
    private RunsOfLength() {}

    /** The only run of mappings that the JVM may have made, resident in part, that is exactly this long; empty if there are several. */
    static Optional<NmtRegion.Range> only(List<MemoryRegion> regions, long length) {
        NmtRegion.Range found = null;
        Mappings mappings = new Mappings(regions);
        for (int i = 0; i < regions.size(); i++) {
            int end = end(regions, i, length);
            if (end < 0 || regions.subList(i, end).stream().allMatch(r -> r.rss() == 0)) {
                continue;
            }
            if (mappings.hasArena(i, end)) {
                continue; // arenas have a length that Java heaps like to have, too
            }
            if (found != null) {
                return Optional.empty();
            }
            found = new NmtRegion.Range(
                    regions.get(i).start(), regions.get(end - 1).end());
        }
        return Optional.ofNullable(found);
    }

    private static int end(List<MemoryRegion> regions, int start, long length) {
        long bytes = 0;
        for (int i = start; i < regions.size() && bytes < length; i++) {
            MemoryRegion region = regions.get(i);
            boolean follows = i == start || regions.get(i - 1).end() == region.start();
            if (!follows || !mayBelong(region)) {
                return -1;
            }
            bytes += region.bytes();
            if (bytes == length) {
                return i + 1;
            }
        }
        return -1;
    }

    private static boolean mayBelong(MemoryRegion region) {
        return region.path().isEmpty() || region.baseName().contains("java_heap") || Mappings.isClassArchive(region);
    }
}
