package dev.offheap.classifiers.ledger;

import dev.offheap.parser.Captures;
import dev.offheap.parser.hotspot.JfrMemory;
import dev.offheap.parser.hotspot.VmInfo;
import dev.offheap.parser.nmt.NmtCategory;
import dev.offheap.parser.nmt.NmtReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What grew between two captures of one process.
 *
 * @param what in words: a category of the JVM's tracking, or JNI memory
 * @param line id of the ledger line that it is a part of
 * @param bytes added
 * @param since what it is compared with, in words
 */
record Growth(String what, String line, long bytes, String since) {

    /** The part that grew most; empty when nothing is there twice, or nothing grew. */
    static Optional<Growth> most(Captures captures) {
        List<Growth> all = new ArrayList<>();
        for (NmtReport report : captures.nmt()) {
            report.change()
                    .ifPresent(change -> change.categories()
                            .forEach(c -> all.add(of(c.name(), c, c.committed(), "since the baseline"))));
        }
        addWithinFiles(captures.nmt(), all);
        for (JfrMemory recording : captures.recordings()) {
            recording
                    .categories()
                    .forEach((name, series) -> all.add(new Growth(
                            name,
                            line(name, Use.ofCategory(name)),
                            series.growth(),
                            "in the course of the recording")));
        }
        addJni(captures, all);
        return all.stream().filter(g -> g.bytes > 0).max(Comparator.comparingLong(Growth::bytes));
    }

    /** Several reports in one file stand in the order of time. */
    private static void addWithinFiles(List<NmtReport> reports, List<Growth> all) {
        Map<String, NmtReport> first = new HashMap<>();
        for (NmtReport report : reports) {
            NmtReport before = first.putIfAbsent(report.input(), report);
            if (before != null && report.complete() && before.complete()) {
                for (NmtCategory now : report.categories()) {
                    long then = before.category(now.name())
                            .map(NmtCategory::committed)
                            .orElse(0L);
                    all.add(of(now.name(), now, now.committed() - then, "since the first report of the file"));
                }
            }
        }
    }

    /** What is outstanding beside the JVM's own, in logs that say when they were written. */
    private static void addJni(Captures captures, List<Growth> all) {
        List<VmInfo> logs = captures.vmInfos().stream()
                .filter(info -> info.time().isPresent() && jni(info, captures).isPresent())
                .sorted(Comparator.comparing(info -> info.time().orElseThrow()))
                .toList();
        if (logs.size() > 1) {
            VmInfo last = logs.get(logs.size() - 1);
            long grown = jni(last, captures).orElseThrow()
                    - jni(logs.get(0), captures).orElseThrow();
            all.add(new Growth("JNI memory", "c-heap.jni", grown, "since the first of the logs"));
        }
    }

    private static Optional<Long> jni(VmInfo info, Captures captures) {
        return info.cHeap()
                .flatMap(c -> captures.nmt().stream()
                        .filter(r -> r.input().equals(info.input()) && r.complete())
                        .map(r -> c.outstanding() - r.mallocBytes())
                        .findFirst());
    }

    private static Growth of(String name, NmtCategory category, long bytes, String since) {
        boolean allocated = category.mallocBytes() + category.arenaBytes() != 0
                && category.mmap().committed() + category.stack().committed() == 0;
        return new Growth(name, line(name, allocated ? Use.JVM_OTHER : Use.ofCategory(name)), bytes, since);
    }

    private static String line(String name, Use use) {
        return use == Use.JVM_OTHER ? "c-heap." + name.toLowerCase(Locale.ROOT).replace(' ', '-') : use.id();
    }
}
