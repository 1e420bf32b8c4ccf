package dev.offheap.classifiers.ledger;

import dev.offheap.parser.Captures;
import dev.offheap.parser.Evidence;
import dev.offheap.parser.process.MemoryRegion;
import dev.offheap.parser.process.ProcessMap;
import dev.offheap.parser.process.StableName;
import java.util.List;
import java.util.Optional;

/**
 * What lies at an address of the process, for joining native pointers of a heap dump with its map. The two must be of
 * the same process, the map taken first or soon after.
 */
public final class AddressMap {
    private final List<MemoryRegion> regions;
    private final Mappings mappings;
    private final Claims claims;

    /**
     * A mapping.
     *
     * @param kind what it is: the id of the ledger line that it counts for, for example {@code c-heap}, {@code
     *     files}, {@code libraries}, {@code heap}
     * @param name base name of the file or library; empty for memory without a file
     * @param bytes its length
     * @param residentBytes of these, in memory
     */
    public record Place(String kind, String name, long bytes, long residentBytes) {
        /** Resident share, from 0 to 1. */
        public double residentShare() {
            return bytes == 0 ? 0 : (double) residentBytes / bytes;
        }

        /** Whether it is memory of the process itself rather than of a file. */
        public boolean isAnonymous() {
            return name.isEmpty();
        }
    }

    private AddressMap(List<MemoryRegion> regions, Claims claims) {
        this.regions = regions;
        this.claims = claims;
        mappings = new Mappings(regions);
    }

    /** The map of these captures; empty when none of them says what is resident. */
    public static Optional<AddressMap> of(Evidence evidence) {
        Captures captures = evidence.captures();
        BestCaptures best = BestCaptures.of(captures);
        return best.map().map(map -> new AddressMap(map.regions(), claims(captures, best, map)));
    }

    private static Claims claims(Captures captures, BestCaptures best, ProcessMap map) {
        return Claims.of(captures, best.nmt().orElse(null))
                .orBySize(map, best.nmt().orElse(null));
    }

    /** What lies at an address; empty when nothing is mapped there. */
    public Optional<Place> find(long address) {
        int index = index(address);
        if (index < 0) {
            return Optional.empty();
        }
        MemoryRegion region = regions.get(index);
        String name = region.isFile() ? StableName.of(region.path()) : "";
        return Optional.of(new Place(kind(index, address), name, region.bytes(), region.rss()));
    }

    private String kind(int index, long address) {
        for (Claim claim : claims.in(regions.get(index))) {
            if (claim.reservedIn(address, address + 1) > 0) {
                return Use.ofCategory(claim.category()).id();
            }
        }
        return mappings.of(index, claims.complete() ? Use.MALLOC : Use.ANONYMOUS)
                .id();
    }

    /**
     * Resident bytes of a range, if its pages are resident like those of the mappings that it lies in; exact for a
     * mapping that is resident as a whole or not at all.
     *
     * @param start first address, unsigned
     * @param bytes length
     * @return from 0 to the length; 0 for what is not mapped
     */
    public long residentBytes(long start, long bytes) {
        double resident = 0;
        long end = start + Math.max(0, bytes);
        int index = firstEndingAfter(start);
        while (index < regions.size() && Long.compareUnsigned(regions.get(index).start(), end) < 0) {
            MemoryRegion region = regions.get(index++);
            long from = Long.compareUnsigned(region.start(), start) > 0 ? region.start() : start;
            long to = Long.compareUnsigned(region.end(), end) < 0 ? region.end() : end;
            resident += (double) (to - from) * region.rss() / region.bytes();
        }
        return Math.round(resident);
    }

    private int index(long address) {
        int index = firstEndingAfter(address);
        return index < regions.size() && regions.get(index).contains(address) ? index : -1;
    }

    private int firstEndingAfter(long address) {
        int low = 0;
        int high = regions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(regions.get(middle).end(), address) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
