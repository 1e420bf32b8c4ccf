package dev.offheap.parser;

import dev.offheap.parser.hotspot.CodeCache;
import dev.offheap.parser.hotspot.JfrMemory;
import dev.offheap.parser.hotspot.Metaspace;
import dev.offheap.parser.hotspot.NativeHeap;
import dev.offheap.parser.hotspot.SystemMap;
import dev.offheap.parser.hotspot.Trim;
import dev.offheap.parser.hotspot.VmInfo;
import dev.offheap.parser.nmt.NmtReport;
import dev.offheap.parser.process.CgroupMemory;
import dev.offheap.parser.process.ProcessMap;
import dev.offheap.parser.process.ProcessStatus;
import dev.offheap.parser.process.Rollup;
import dev.offheap.parser.profile.NativeProfile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What the files other than heap dumps say of a JVM's process; each list in the order of the inputs, as read.
 *
 * @param nmt reports of Native Memory Tracking, those inside error logs included
 * @param maps memory maps, with resident sizes or without
 * @param rollups totals of memory maps
 * @param statuses {@code /proc/PID/status}
 * @param vmInfos error logs and {@code VM.info}
 * @param nativeHeaps the C library's free lists
 * @param systemMaps memory maps in which the JVM names its own regions
 * @param metaspaces {@code VM.metaspace}
 * @param codeCaches {@code Compiler.codecache}
 * @param recordings flight recordings
 * @param profiles who allocated natively, by library
 * @param trims what trimming the C heap gave back
 * @param cgroup the container's memory
 * @param flags JVM flags that decide over memory, by name
 */
public record Captures(
        List<NmtReport> nmt,
        List<ProcessMap> maps,
        List<Rollup> rollups,
        List<ProcessStatus> statuses,
        List<VmInfo> vmInfos,
        List<NativeHeap> nativeHeaps,
        List<SystemMap> systemMaps,
        List<Metaspace> metaspaces,
        List<CodeCache> codeCaches,
        List<JfrMemory> recordings,
        List<NativeProfile> profiles,
        List<Trim> trims,
        Optional<CgroupMemory> cgroup,
        Map<String, String> flags) {
    public static final Captures NONE = new Captures(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Map.of());

    public Captures {
        nmt = List.copyOf(nmt);
        maps = List.copyOf(maps);
        rollups = List.copyOf(rollups);
        statuses = List.copyOf(statuses);
        vmInfos = List.copyOf(vmInfos);
        nativeHeaps = List.copyOf(nativeHeaps);
        systemMaps = List.copyOf(systemMaps);
        metaspaces = List.copyOf(metaspaces);
        codeCaches = List.copyOf(codeCaches);
        recordings = List.copyOf(recordings);
        profiles = List.copyOf(profiles);
        trims = List.copyOf(trims);
        flags = Map.copyOf(flags);
    }

    /** Whether a file in it can only come from a JVM. */
    public boolean isOfJvm() {
        return Stream.of(nmt, vmInfos, systemMaps, metaspaces, codeCaches, recordings)
                .anyMatch(list -> !list.isEmpty());
    }

    /** The process id, where a file has it. */
    public OptionalLong pid() {
        return Stream.of(
                        vmInfos.stream().map(VmInfo::pid),
                        nmt.stream().map(NmtReport::pid),
                        recordings.stream().map(JfrMemory::pid),
                        statuses.stream().flatMap(s -> s.pids().stream()).map(OptionalLong::of))
                .flatMap(pids -> pids)
                .flatMapToLong(OptionalLong::stream)
                .findFirst();
    }

    /** When the files were taken, where one says so; the latest of several. */
    public Optional<Instant> capturedAt() {
        return Stream.concat(
                        vmInfos.stream().map(VmInfo::time), recordings.stream().map(JfrMemory::end))
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
    }

    /** The version of the JDK, where a file has it. */
    public Optional<String> runtimeVersion() {
        return Stream.concat(
                        vmInfos.stream().map(VmInfo::jdkVersion),
                        recordings.stream().map(JfrMemory::jdkVersion))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
