package dev.offheap.classifiers.ledger;

import dev.offheap.parser.Captures;
import dev.offheap.parser.hotspot.SystemMap;
import dev.offheap.parser.hotspot.VmInfo;
import dev.offheap.parser.nmt.NmtReport;
import dev.offheap.parser.process.MemoryRegion;
import dev.offheap.parser.process.ProcessMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the JVM says it uses which addresses for, from the best file that says so. */
final class Claims {
    private final List<Claim> sorted;
    private final String source;
    private final boolean complete;

    private Claims(List<Claim> claims, String source, boolean complete) {
        this.source = source;
        this.complete = complete;
        sorted = new ArrayList<>();
        List<Claim> byStart = new ArrayList<>(claims);
        byStart.sort((a, b) -> Long.compareUnsigned(a.start(), b.start()));
        for (Claim claim : byStart) {
            Claim last = sorted.isEmpty() ? null : sorted.get(sorted.size() - 1);
            // One byte has one use: of claims that overlap, the first stands.
            if (last == null || Long.compareUnsigned(claim.start(), last.end()) >= 0) {
                sorted.add(claim);
            }
        }
    }

    /**
     * A detail report names every region; the JVM's own map the same; an error log names the larger ones.
     *
     * @param report the report that the ledger goes by; may be null
     */
    static Claims of(Captures captures, NmtReport report) {
        if (report != null && report.hasMap()) {
            return new Claims(report.map().stream().map(Claim::of).toList(), "nmt", true);
        }
        for (SystemMap map : captures.systemMaps()) {
            if (!map.regions().isEmpty()) {
                return new Claims(map.regions().stream().map(Claim::of).toList(), "system-map", true);
            }
        }
        for (VmInfo info : captures.vmInfos()) {
            if (!info.ranges().isEmpty()) {
                return new Claims(
                        info.ranges().stream().map(Claim::of).toList(),
                        info.kind().id(),
                        false);
            }
        }
        return new Claims(List.of(), "", false);
    }

    /**
     * These claims, and where the large regions of the JVM have none: a run of mappings without a file that is
     * exactly as long as the tracking report says the region is. Only a run that is the only one of its length counts.
     */
    Claims orBySize(ProcessMap map, NmtReport report) {
        if (complete() || report == null) {
            return this;
        }
        List<Claim> all = new ArrayList<>(sorted);
        for (String category : List.of("Java Heap", "Class", "Code")) {
            long reserved =
                    report.category(category).map(c -> c.mmap().reserved()).orElse(0L);
            if (reserved > 0 && !categories().contains(category)) {
                RunsOfLength.only(map.regions(), reserved)
                        .map(run -> new Claim(run.start(), run.end(), category, List.of(run)))
                        .ifPresent(all::add);
            }
        }
        return all.size() == sorted.size() ? this : new Claims(all, source.isEmpty() ? "nmt" : source, false);
    }

    /** The kind of input that the claims come from; empty when there are none. */
    String source() {
        return source;
    }

    /** Whether every region of the JVM is claimed, so that what is not is not the JVM's. */
    boolean complete() {
        return complete;
    }

    /** Categories that have a claim. */
    Set<String> categories() {
        Set<String> categories = new TreeSet<>(Comparator.naturalOrder());
        sorted.forEach(claim -> categories.add(claim.category()));
        return categories;
    }

    /** The claims that touch a mapping, ascending. */
    List<Claim> in(MemoryRegion region) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(sorted.get(middle).end(), region.start()) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int end = low;
        while (end < sorted.size() && Long.compareUnsigned(sorted.get(end).start(), region.end()) < 0) {
            end++;
        }
        return sorted.subList(low, end);
    }
}
