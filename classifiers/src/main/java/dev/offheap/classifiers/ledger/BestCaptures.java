package dev.offheap.classifiers.ledger;

import dev.offheap.parser.Captures;
import dev.offheap.parser.hotspot.JfrMemory;
import dev.offheap.parser.hotspot.VmInfo;
import dev.offheap.parser.nmt.NmtReport;
import dev.offheap.parser.process.ProcessMap;
import dev.offheap.parser.profile.NativeProfile;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Of several files that tell the same, the one that the ledger goes by.
 *
 * @param map what is resident where
 * @param mapSource its kind of input
 * @param nmt the JVM's own tracking; the finest and most complete report, of equal ones the last
 * @param nmtSource its kind of input: {@code nmt}, or {@code jfr} where only a recording has the figures
 * @param allocator the C library's totals
 * @param profile who allocated natively; an exact one before an estimate, of equal ones the last
 * @param rss resident size of the process, from the map or where else a file has it
 * @param rssSource kind of input of the resident size
 */
record BestCaptures(
        Optional<ProcessMap> map,
        String mapSource,
        Optional<NmtReport> nmt,
        String nmtSource,
        Optional<AllocatorTotals> allocator,
        Optional<NativeProfile> profile,
        OptionalLong rss,
        String rssSource) {

    private static final List<String> OTHER_ALLOCATORS = List.of("jemalloc", "tcmalloc", "mimalloc");

    static BestCaptures of(Captures captures) {
        Optional<ProcessMap> map = last(captures.maps().stream().filter(ProcessMap::measured));
        String mapSource = "smaps";
        if (map.isEmpty()) {
            map = last(captures.systemMaps().stream().map(m -> m.map()));
            mapSource = "system-map";
        }
        Optional<NmtReport> nmt = captures.nmt().stream()
                .filter(r -> !r.categories().isEmpty())
                .reduce((best, next) -> byWorth(captures).compare(next, best) >= 0 ? next : best);
        String nmtSource = "nmt";
        if (nmt.isEmpty()) {
            nmt = last(captures.recordings().stream().flatMap(r -> RecordedTracking.of(r).stream()));
            nmtSource = "jfr";
        }
        OptionalLong rss = OptionalLong.empty();
        String rssSource = "";
        if (map.isPresent()) {
            rss = OptionalLong.of(map.get().rss());
            rssSource = mapSource;
        } else {
            for (Rss candidate : rssFigures(captures)) {
                if (rss.isEmpty()) {
                    rss = candidate.bytes;
                    rssSource = candidate.source;
                }
            }
        }
        Optional<AllocatorTotals> allocator =
                otherAllocator(captures).isPresent() ? Optional.empty() : AllocatorTotals.of(captures);
        Optional<NativeProfile> profile =
                captures.profiles().stream().reduce((best, next) -> best.exact() && !next.exact() ? best : next);
        return new BestCaptures(map, mapSource, nmt, nmtSource, allocator, profile, rss, rssSource);
    }

    /** A report inside a log counts the memory that writing the log took, too: one of its own is better. */
    private static Comparator<NmtReport> byWorth(Captures captures) {
        Set<String> logs = captures.vmInfos().stream().map(VmInfo::input).collect(Collectors.toSet());
        return Comparator.comparing(NmtReport::complete)
                .thenComparing(NmtReport::hasMap)
                .thenComparing(NmtReport::scale, Comparator.reverseOrder())
                .thenComparing(r -> !logs.contains(r.input()))
                .thenComparing(r -> r.change().isEmpty());
    }

    private record Rss(OptionalLong bytes, String source) {}

    private static List<Rss> rssFigures(Captures captures) {
        return Stream.of(
                        captures.rollups().stream()
                                .map(r -> new Rss(OptionalLong.of(r.total().rss()), "smaps-rollup")),
                        captures.statuses().stream().map(s -> new Rss(s.rss(), "status")),
                        captures.vmInfos().stream()
                                .map(i -> new Rss(i.memory().rss(), i.kind().id())),
                        captures.recordings().stream().map(r -> new Rss(lastRss(r), "jfr")))
                .flatMap(s -> s)
                .filter(r -> r.bytes.isPresent())
                .toList();
    }

    private static OptionalLong lastRss(JfrMemory recording) {
        return recording.rss().stream().mapToLong(JfrMemory.Series::last).findFirst();
    }

    /** The base name of an allocator that stands in for that of the C library; its totals would be of an idle one. */
    static Optional<String> otherAllocator(Captures captures) {
        return Stream.concat(
                        captures.vmInfos().stream().flatMap(i -> i.preloaded().stream()),
                        captures.maps().stream()
                                .flatMap(m -> m.regions().stream())
                                .filter(r -> r.isFile() && r.permissions().indexOf('x') == 2)
                                .map(r -> r.baseName()))
                .filter(name -> OTHER_ALLOCATORS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::contains))
                .findFirst();
    }

    private static <T> Optional<T> last(Stream<T> stream) {
        return stream.reduce((first, second) -> second);
    }
}
