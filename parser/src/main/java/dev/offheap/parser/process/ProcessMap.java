package dev.offheap.parser.process;

import java.util.List;

/**
 * The memory map of a process.
 *
 * @param input name of the file it was read from
 * @param measured whether it says what is resident ({@code smaps}), or only what is mapped ({@code maps})
 * @param regions ascending
 */
public record ProcessMap(String input, boolean measured, List<MemoryRegion> regions) {
    public ProcessMap {
        regions = List.copyOf(regions);
    }

    /** Resident bytes of all regions: what the kernel calls RSS. */
    public long rss() {
        return regions.stream().mapToLong(MemoryRegion::rss).sum();
    }

    /** Resident bytes, pages that are mapped several times counted once. */
    public long pss() {
        return regions.stream().mapToLong(r -> r.resident().pss()).sum();
    }

    /** Base names of the native libraries that are loaded, without random parts, ascending. */
    public List<String> libraries() {
        return regions.stream()
                .filter(r -> r.isFile() && r.permissions().indexOf('x') == 2)
                .map(r -> StableName.of(r.path()))
                .distinct()
                .sorted()
                .toList();
    }

    public long swap() {
        return regions.stream().mapToLong(r -> r.resident().swap()).sum();
    }
}
