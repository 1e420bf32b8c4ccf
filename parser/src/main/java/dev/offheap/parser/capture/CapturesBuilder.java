package dev.offheap.parser.capture;

import dev.offheap.parser.Captures;
import dev.offheap.parser.Warning;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gathers what the files say, file by file. */
final class CapturesBuilder {
    final List<NmtReport> nmt = new ArrayList<>();
    final List<ProcessMap> maps = new ArrayList<>();
    final List<Rollup> rollups = new ArrayList<>();
    final List<ProcessStatus> statuses = new ArrayList<>();
    final List<VmInfo> vmInfos = new ArrayList<>();
    final List<NativeHeap> nativeHeaps = new ArrayList<>();
    final List<SystemMap> systemMaps = new ArrayList<>();
    final List<Metaspace> metaspaces = new ArrayList<>();
    final List<CodeCache> codeCaches = new ArrayList<>();
    final List<JfrMemory> recordings = new ArrayList<>();
    final List<NativeProfile> profiles = new ArrayList<>();
    final List<Trim> trims = new ArrayList<>();
    final List<CgroupMemory> cgroups = new ArrayList<>();
    final Map<String, String> flags = new TreeMap<>();
    final List<Warning> warnings = new ArrayList<>();

    Captures build() {
        vmInfos.forEach(info -> info.flags().forEach(flags::putIfAbsent));
        Optional<CgroupMemory> cgroup = cgroups.stream().reduce(CgroupMemory::orElse);
        return new Captures(
                nmt,
                maps,
                rollups,
                statuses,
                vmInfos,
                nativeHeaps,
                systemMaps,
                metaspaces,
                codeCaches,
                recordings,
                profiles,
                trims,
                cgroup,
                flags);
    }
}
