package dev.offheap.parser.capture;

import dev.offheap.parser.Captures;
import dev.offheap.parser.Warning;
import dev.offheap.parser.hotspot.VmInfo;
import dev.offheap.parser.nmt.NmtReport;
import dev.offheap.parser.process.ProcessMap;
import dev.offheap.parser.process.ProcessStatus;
import dev.offheap.parser.process.Rollup;
import java.util.ArrayList;
import java.util.List;

/** Gathers what the files say, file by file. */
final class CapturesBuilder {
    final List<NmtReport> nmt = new ArrayList<>();
    final List<ProcessMap> maps = new ArrayList<>();
    final List<Rollup> rollups = new ArrayList<>();
    final List<ProcessStatus> statuses = new ArrayList<>();
    final List<VmInfo> vmInfos = new ArrayList<>();
    final List<Warning> warnings = new ArrayList<>();

    Captures build() {
        return new Captures(nmt, maps, rollups, statuses, vmInfos);
    }
}
