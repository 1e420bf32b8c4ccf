package dev.offheap.parser.capture;

import dev.offheap.parser.Captures;
import dev.offheap.parser.Warning;
import dev.offheap.parser.hotspot.JfrMemory;
import dev.offheap.parser.hotspot.VmInfo;
import dev.offheap.parser.nmt.NmtReport;
import dev.offheap.parser.node.NodeCaptures;
import dev.offheap.parser.node.NodeReport;
import dev.offheap.parser.process.ProcessStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** Whether the files are of one process and one time; if not, figures of two would be mixed. */
final class Agreement {
    private static final Duration LONGEST_GAP = Duration.ofMinutes(10);

    private Agreement() {}

    static void check(Captures captures, NodeCaptures node, Optional<Instant> dumpedAt, List<Warning> warnings) {
        checkProcess(captures, node, warnings);
        checkTime(captures, dumpedAt, warnings);
    }

    private static void checkProcess(Captures captures, NodeCaptures node, List<Warning> warnings) {
        List<Source> sources = new ArrayList<>();
        for (ProcessStatus status : captures.statuses()) {
            sources.add(new Source(status.input(), new TreeSet<>(status.pids())));
        }
        for (VmInfo info : captures.vmInfos()) {
            sources.add(Source.of(info.input(), info.pid().stream()));
        }
        for (NmtReport report : captures.nmt()) {
            sources.add(Source.of(report.input(), report.pid().stream()));
        }
        for (JfrMemory recording : captures.recordings()) {
            sources.add(Source.of(recording.input(), recording.pid().stream()));
        }
        for (NodeReport report : node.reports()) {
            sources.add(Source.of(report.input(), report.pid().stream()));
        }
        Set<Long> process = new TreeSet<>();
        for (Source source : sources) {
            if (process.isEmpty() || source.pids.stream().anyMatch(process::contains)) {
                process.addAll(source.pids); // outside and inside a container one process has several
            } else if (!source.pids.isEmpty()) {
                warnings.add(Warning.of(
                        "several-processes",
                        "it is of process " + numbers(source.pids) + ", other files are of process " + numbers(process)
                                + "; unless these are one process inside and outside of a container, pass the files of"
                                + " one process only",
                        source.input));
            }
        }
    }

    private static void checkTime(Captures captures, Optional<Instant> dumpedAt, List<Warning> warnings) {
        List<Instant> times = new ArrayList<>();
        captures.vmInfos().forEach(info -> info.time().ifPresent(times::add));
        captures.recordings().forEach(recording -> recording.end().ifPresent(times::add));
        dumpedAt.ifPresent(times::add);
        if (times.isEmpty()) {
            return;
        }
        times.sort(null);
        Duration gap = Duration.between(times.get(0), times.get(times.size() - 1));
        if (gap.compareTo(LONGEST_GAP) > 0) {
            warnings.add(Warning.of(
                    "captured-apart",
                    String.format(
                            Locale.ROOT,
                            "the files were written up to %d minutes apart (%s to %s): what changed in between looks"
                                    + " like memory without an owner",
                            gap.toMinutes(),
                            times.get(0),
                            times.get(times.size() - 1))));
        }
    }

    private static String numbers(Set<Long> pids) {
        return String.join(" or ", pids.stream().map(String::valueOf).toList());
    }

    private record Source(String input, Set<Long> pids) {
        private static Source of(String input, LongStream pids) {
            Set<Long> set = new TreeSet<>();
            pids.forEach(set::add);
            return new Source(input, set);
        }
    }
}
