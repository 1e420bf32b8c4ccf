package dev.offheap.parser;

import dev.offheap.parser.hotspot.VmInfo;
import dev.offheap.parser.nmt.NmtReport;
import dev.offheap.parser.process.ProcessMap;
import dev.offheap.parser.process.ProcessStatus;
import dev.offheap.parser.process.Rollup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the files other than heap dumps say of a JVM's process; each list in the order of the inputs, as read.
 *
 * @param nmt reports of Native Memory Tracking, those inside error logs included
 * @param maps memory maps, with resident sizes or without
 * @param rollups totals of memory maps
 * @param statuses {@code /proc/PID/status}
 * @param vmInfos error logs and {@code VM.info}
 */
public record Captures(
        List<NmtReport> nmt,
        List<ProcessMap> maps,
        List<Rollup> rollups,
        List<ProcessStatus> statuses,
        List<VmInfo> vmInfos) {
    public static final Captures NONE = new Captures(List.of(), List.of(), List.of(), List.of(), List.of());

    public Captures {
        nmt = List.copyOf(nmt);
        maps = List.copyOf(maps);
        rollups = List.copyOf(rollups);
        statuses = List.copyOf(statuses);
        vmInfos = List.copyOf(vmInfos);
    }

    /** The process id, where a file has it. */
    public OptionalLong pid() {
        for (VmInfo info : vmInfos) {
            if (info.pid().isPresent()) {
                return info.pid();
            }
        }
        for (NmtReport report : nmt) {
            if (report.pid().isPresent()) {
                return report.pid();
            }
        }
        return statuses.stream()
                .flatMap(s -> s.pids().stream())
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** When the files were taken, where one says so; the latest of several. */
    public Optional<Instant> capturedAt() {
        return vmInfos.stream().flatMap(info -> info.time().stream()).max(Instant::compareTo);
    }

    /** The version of the JDK, where a file has it. */
    public Optional<String> runtimeVersion() {
        return vmInfos.stream().flatMap(info -> info.jdkVersion().stream()).findFirst();
    }
}
