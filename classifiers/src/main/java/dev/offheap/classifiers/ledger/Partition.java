package dev.offheap.classifiers.ledger;

import dev.offheap.parser.Captures;
import dev.offheap.parser.nmt.NmtReport;
import dev.offheap.parser.process.MemoryRegion;
import dev.offheap.parser.process.ProcessMap;
import dev.offheap.parser.process.StableName;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The resident bytes of a process map, each under one use.
 *
 * <p>A mapping that the JVM claims as a whole goes to its use. The kernel merges neighbours: {@link Shares} divides a
 * mapping with several uses.
 */
final class Partition {
    private final Map<Use, Long> rss = new EnumMap<>(Use.class);
    private final Map<Use, Long> hugePages = new EnumMap<>(Use.class);
    private final Map<String, Long> libraries = new TreeMap<>();
    private final Map<String, Long> files = new TreeMap<>();
    private long arenaBytes;
    private long absentInArenas;
    private long mallocBytes;
    private long untouched;
    private long total;

    private Partition() {}

    /** The division that the ledger makes of these captures; they must have a map. */
    static Partition of(Captures captures, BestCaptures best) {
        ProcessMap map = best.map().orElseThrow();
        NmtReport report = best.nmt().orElse(null);
        return of(map, Claims.of(captures, report).orBySize(map, report));
    }

    static Partition of(ProcessMap map, Claims claims) {
        Partition partition = new Partition();
        Mappings mappings = new Mappings(map.regions());
        Use rest = claims.complete() ? Use.MALLOC : Use.ANONYMOUS;
        for (int i = 0; i < map.regions().size(); i++) {
            partition.add(map.regions().get(i), i, mappings, claims, rest);
        }
        return partition;
    }

    private void add(MemoryRegion region, int index, Mappings mappings, Claims claims, Use rest) {
        total += region.rss();
        List<Claim> claimed = claims.in(region);
        long free = region.bytes();
        for (Claim claim : claimed) {
            free -= claim.reservedIn(region.start(), region.end());
        }
        Shares shares = Shares.of(region, claimed, free);
        for (int i = 0; i < claimed.size(); i++) {
            Use use = Use.ofCategory(claimed.get(i).category());
            addClaimed(use, region, shares.claimed()[i]);
            hugePages.merge(use, Math.min(shares.claimed()[i], region.resident().hugePages()), Long::sum);
        }
        if (free > 0) {
            Use use = mappings.of(index, rest);
            addByLooks(use, region, index, mappings, shares.free());
            hugePages.merge(use, Math.min(shares.free(), region.resident().hugePages()), Long::sum);
            if (use == Use.MALLOC && region.isWritable()) {
                mallocBytes += free;
                untouched +=
                        Math.max(0, free - shares.free() - region.resident().swap());
            }
        }
    }

    private void addClaimed(Use use, MemoryRegion region, long share) {
        if (use == Use.HEAP && region.isFile() && region.isShared()) {
            // The file behind this heap is mapped several times: its pages count once, the other views for themselves.
            long once = Math.min(share, region.resident().pss());
            add(Use.HEAP, once);
            add(Use.HEAP_VIEWS, share - once);
        } else {
            add(use, share);
        }
    }

    private void addByLooks(Use use, MemoryRegion region, int index, Mappings mappings, long share) {
        if (use == Use.FILE && region.baseName().contains("java_heap")) {
            addClaimed(Use.HEAP, region, share);
            return;
        }
        add(use, share);
        if (use == Use.LIBRARY) {
            libraries.merge(StableName.of(mappings.owner(index).path()), share, Long::sum);
        } else if (use == Use.FILE) {
            files.merge(StableName.of(region.path()), share, Long::sum);
        } else if (use == Use.ARENA || use == Use.MAIN_ARENA) {
            arenaBytes += region.bytes();
            absentInArenas += region.bytes() - region.rss();
        }
    }

    private void add(Use use, long bytes) {
        rss.merge(use, bytes, Long::sum);
    }

    /** Resident bytes of the whole map. */
    long rss() {
        return total;
    }

    long rss(Use use) {
        return rss.getOrDefault(use, 0L);
    }

    /** Of the resident bytes, those in transparent huge pages. */
    long hugePages(Use use) {
        return hugePages.getOrDefault(use, 0L);
    }

    /** Resident bytes of all that is C heap. */
    long cHeap() {
        return rss(Use.MAIN_ARENA) + rss(Use.ARENA) + rss(Use.MALLOC);
    }

    /** Bytes of the arenas, the main one included, resident or not. */
    long arenaBytes() {
        return arenaBytes;
    }

    /** Bytes of the arenas that are not resident: never touched, or given back. */
    long absentInArenas() {
        return absentInArenas;
    }

    /** Bytes of large allocations that have mappings of their own, resident or not. */
    long mallocBytes() {
        return mallocBytes;
    }

    /** Of the bytes of large allocations, those that are not resident: nobody wrote there yet. */
    long untouched() {
        return untouched;
    }

    /** Resident bytes by base name of the library. */
    Map<String, Long> libraries() {
        return libraries;
    }

    /** Resident bytes by base name of the file. */
    Map<String, Long> files() {
        return files;
    }
}
