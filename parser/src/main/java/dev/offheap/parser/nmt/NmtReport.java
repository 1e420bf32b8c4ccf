package dev.offheap.parser.nmt;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One report of Native Memory Tracking. All amounts are bytes, rounded to the unit that the report was printed in.
 *
 * @param input name of the file it was read from
 * @param line where in the file it begins, from 1
 * @param pid as {@code jcmd} prints it before the report
 * @param scale bytes in the unit of the report: 1 is exact; amounts are off by up to half a unit
 * @param total reserved and committed as the report sums them up
 * @param malloc the total of all categories' malloc, arenas and tracking overhead; empty before JDK 17
 * @param categories in the order of the report; names are the JVM's own, unknown ones included
 * @param change for a report of differences, what was added since the baseline (negative: taken away)
 * @param map reserved regions; of a detail report only
 * @param sites call sites; of a detail report only
 * @param complete false when the categories do not add up to the total: the text was cut
 */
public record NmtReport(
        String input,
        int line,
        OptionalLong pid,
        long scale,
        Mapped total,
        Optional<Allocated> malloc,
        List<NmtCategory> categories,
        Optional<Change> change,
        List<NmtRegion> map,
        List<NmtSite> sites,
        boolean complete) {
    public NmtReport {
        categories = List.copyOf(categories);
        map = List.copyOf(map);
        sites = List.copyOf(sites);
    }

    public Optional<NmtCategory> category(String name) {
        return categories.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /**
     * Bytes that NMT saw allocated by {@code malloc}: as the report says, or before JDK 17 what its categories add up
     * to.
     */
    public long mallocBytes() {
        return malloc.map(Allocated::bytes)
                .orElseGet(() -> categories.stream()
                        .mapToLong(c -> c.mallocBytes() + c.arenaBytes() + c.trackingOverhead())
                        .sum());
    }

    /** Whether the report lists its regions by address. */
    public boolean hasMap() {
        return !map.isEmpty();
    }

    /**
     * What a report of differences says was added.
     *
     * @param categories the same names as in the report, each with changes in place of amounts
     */
    public record Change(Mapped total, List<NmtCategory> categories) {
        public Change {
            categories = List.copyOf(categories);
        }

        public Optional<NmtCategory> category(String name) {
            return categories.stream().filter(c -> c.name().equals(name)).findFirst();
        }
    }
}
