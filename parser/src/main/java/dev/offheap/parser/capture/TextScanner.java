package dev.offheap.parser.capture;

import dev.offheap.parser.Warning;
import dev.offheap.parser.hotspot.CodeCacheReader;
import dev.offheap.parser.hotspot.CommandRefusals;
import dev.offheap.parser.hotspot.FlagsReader;
import dev.offheap.parser.hotspot.MetaspaceReader;
import dev.offheap.parser.hotspot.NativeHeapReader;
import dev.offheap.parser.hotspot.SystemMapReader;
import dev.offheap.parser.hotspot.TrimReader;
import dev.offheap.parser.hotspot.VmInfoReader;
import dev.offheap.parser.nmt.NmtReader;
import dev.offheap.parser.process.CgroupReader;
import dev.offheap.parser.process.MapReader;
import dev.offheap.parser.process.PmapReader;
import dev.offheap.parser.process.StatusReader;
import dev.offheap.parser.profile.HeaptrackReader;
import dev.offheap.parser.profile.JemallocReader;
import dev.offheap.parser.text.Line;
import dev.offheap.parser.text.LineReader;
import dev.offheap.parser.text.TextSection;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads all that one text file holds: a single format, an error log with a tracking report and a memory map in it, or
 * the output of several commands one after the other.
 *
 * <p>A line that opens a section belongs to that section from then on; other lines go to the section that is open.
 */
final class TextScanner {
    /** As {@code jcmd} prints it before an answer, or {@code pmap} with the command line behind it. */
    private static final Pattern PID = Pattern.compile("(?<pid>\\d{1,10}):(?:\\s*|   \\S.*)");

    private final String input;
    private final NmtReader nmt;
    private final MapReader maps;
    private final StatusReader status;
    private final VmInfoReader vmInfo;
    private final NativeHeapReader nativeHeap;
    private final SystemMapReader systemMap;
    private final MetaspaceReader metaspace;
    private final CodeCacheReader codeCache;
    private final PmapReader pmap;
    private final CgroupReader cgroup;
    private final FlagsReader flags = new FlagsReader();
    private final TrimReader trim;
    private final HeaptrackReader heaptrack;
    private final JemallocReader jemalloc;
    private final CommandRefusals refusals;
    private final List<TextSection> sections;
    private TextSection open;
    private int unclaimed;
    private int firstUnclaimed;

    TextScanner(String input) {
        this.input = input;
        nmt = new NmtReader(input);
        maps = new MapReader(input);
        status = new StatusReader(input);
        vmInfo = new VmInfoReader(input);
        nativeHeap = new NativeHeapReader(input);
        systemMap = new SystemMapReader(input);
        metaspace = new MetaspaceReader(input);
        codeCache = new CodeCacheReader(input);
        pmap = new PmapReader(input);
        cgroup = new CgroupReader(input);
        trim = new TrimReader(input);
        heaptrack = new HeaptrackReader(input);
        jemalloc = new JemallocReader(input);
        refusals = new CommandRefusals(input);
        sections = List.of(
                nmt,
                maps,
                vmInfo,
                nativeHeap,
                systemMap,
                metaspace,
                codeCache,
                pmap,
                cgroup,
                flags,
                trim,
                status,
                heaptrack,
                jemalloc,
                refusals);
    }

    /** Reads to the end; what was read counts even when reading fails on the way. */
    void read(LineReader lines) throws IOException {
        try {
            for (Line line = lines.next(); line != null; line = lines.next()) {
                read(line);
            }
        } finally {
            nmt.close();
            maps.close();
            status.close();
            nativeHeap.close();
        }
    }

    private void read(Line line) {
        if (open != null && open.owns(line)) {
            open.take(line);
            return;
        }
        Matcher pid = PID.matcher(line.text());
        if (pid.matches()) {
            nmt.pid(Long.parseLong(pid.group("pid")));
            vmInfo.pid(Long.parseLong(pid.group("pid")));
            return;
        }
        for (TextSection section : sections) {
            if (section.opens(line)) {
                open = section;
                break;
            }
        }
        boolean taken = open != null && open.take(line);
        if (open != vmInfo && vmInfo.any()) {
            taken |= vmInfo.take(line); // an error log has its own use for what it repeats
        }
        if (!taken && !line.text().isBlank() && !line.text().equals("#")) {
            firstUnclaimed = unclaimed++ == 0 ? line.number() : firstUnclaimed;
        }
    }

    /** What the file was found to be; empty when nothing in it is of a known kind. */
    Optional<String> kind() {
        Optional<String> log = vmInfo.found().map(info -> info.kind().id());
        return Stream.of(
                        log,
                        kind(!nmt.reports().isEmpty(), "nmt"),
                        maps.maps().stream().findFirst().map(map -> map.measured() ? "smaps" : "maps"),
                        kind(systemMap.found().isPresent(), "system-map"),
                        kind(!nativeHeap.found().isEmpty(), "native-heap-info"),
                        kind(metaspace.found().isPresent(), "metaspace"),
                        kind(codeCache.found().isPresent(), "code-cache"),
                        kind(pmap.found().isPresent(), "pmap"),
                        kind(!maps.rollups().isEmpty(), "smaps-rollup"),
                        kind(!status.found().isEmpty(), "status"),
                        kind(cgroup.found().isPresent(), "cgroup"),
                        kind(flags.any(), "vm-flags"),
                        kind(heaptrack.found().isPresent(), "heaptrack"),
                        kind(jemalloc.found().isPresent(), "jemalloc-profile"),
                        kind(!trim.found().isEmpty(), "trim"),
                        kind(nmt.sawRefusal(), "nmt"),
                        kind(!refusals.warnings().isEmpty(), "command-refusal"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> kind(boolean present, String name) {
        return present ? Optional.of(name) : Optional.empty();
    }

    /** Whether something in it carries figures. */
    boolean hasFigures() {
        return kind().filter(kind -> !refused(kind)).isPresent();
    }

    private boolean refused(String kind) {
        return kind.equals("command-refusal")
                || kind.equals("nmt") && nmt.reports().isEmpty();
    }

    void addTo(CapturesBuilder captures) {
        captures.nmt.addAll(nmt.reports());
        captures.maps.addAll(maps.maps());
        captures.rollups.addAll(maps.rollups());
        captures.statuses.addAll(status.found());
        captures.nativeHeaps.addAll(nativeHeap.found());
        vmInfo.found().ifPresent(captures.vmInfos::add);
        systemMap.found().ifPresent(captures.systemMaps::add);
        metaspace.found().ifPresent(captures.metaspaces::add);
        codeCache.found().ifPresent(captures.codeCaches::add);
        pmap.found().ifPresent(captures.maps::add);
        cgroup.found().ifPresent(captures.cgroups::add);
        heaptrack.found().ifPresent(captures.profiles::add);
        jemalloc.found().ifPresent(captures.profiles::add);
        captures.trims.addAll(trim.found());
        captures.flags.putAll(flags.found());
        captures.warnings.addAll(nmt.warnings());
        captures.warnings.addAll(maps.warnings());
        captures.warnings.addAll(nativeHeap.warnings());
        captures.warnings.addAll(systemMap.warnings());
        captures.warnings.addAll(refusals.warnings());
        if (unclaimed > 0 && hasFigures()) {
            captures.warnings.add(Warning.of(
                    "lines-passed-over",
                    unclaimed + " line(s) of no known kind passed over, the first is line " + firstUnclaimed,
                    input));
        }
    }
}
