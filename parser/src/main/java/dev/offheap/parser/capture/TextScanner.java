package dev.offheap.parser.capture;

import dev.offheap.parser.Warning;
import dev.offheap.parser.hotspot.VmInfoReader;
import dev.offheap.parser.nmt.NmtReader;
import dev.offheap.parser.process.MapReader;
import dev.offheap.parser.process.StatusReader;
import dev.offheap.parser.text.Line;
import dev.offheap.parser.text.LineReader;
import dev.offheap.parser.text.TextSection;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads all that one text file holds: a single format, an error log with a tracking report and a memory map in it, or
 * the output of several commands one after the other.
 *
 * <p>A line that opens a section belongs to that section from then on; other lines go to the section that is open.
 */
final class TextScanner {
    private static final Pattern PID = Pattern.compile("(?<pid>\\d{1,10}):\\s*");

    private final String input;
    private final NmtReader nmt;
    private final MapReader maps;
    private final StatusReader status;
    private final VmInfoReader vmInfo;
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
        sections = List.of(nmt, maps, vmInfo, status);
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
        }
    }

    private void read(Line line) {
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
        // What stands between the parts of an error log is the log's own.
        boolean taken = open != null && (open.take(line) || vmInfo.found().isPresent() && vmInfo.take(line));
        if (!taken && !line.text().isBlank() && !line.text().equals("#")) {
            firstUnclaimed = unclaimed++ == 0 ? line.number() : firstUnclaimed;
        }
    }

    /** What the file was found to be; empty when nothing in it is of a known kind. */
    Optional<String> kind() {
        if (vmInfo.found().isPresent()) {
            return Optional.of(vmInfo.found().get().kind().id());
        }
        if (!nmt.reports().isEmpty() || nmt.sawRefusal()) {
            return Optional.of("nmt");
        }
        if (!maps.maps().isEmpty()) {
            return Optional.of(maps.maps().get(0).measured() ? "smaps" : "maps");
        }
        if (!maps.rollups().isEmpty()) {
            return Optional.of("smaps-rollup");
        }
        return status.found().isEmpty() ? Optional.empty() : Optional.of("status");
    }

    /** Whether something in it carries figures. */
    boolean hasFigures() {
        return !nmt.reports().isEmpty()
                || !maps.maps().isEmpty()
                || !maps.rollups().isEmpty()
                || !status.found().isEmpty()
                || vmInfo.found().isPresent();
    }

    void addTo(CapturesBuilder captures) {
        captures.nmt.addAll(nmt.reports());
        captures.maps.addAll(maps.maps());
        captures.rollups.addAll(maps.rollups());
        captures.statuses.addAll(status.found());
        vmInfo.found().ifPresent(captures.vmInfos::add);
        captures.warnings.addAll(nmt.warnings());
        captures.warnings.addAll(maps.warnings());
        if (unclaimed > 0 && hasFigures()) {
            captures.warnings.add(Warning.of(
                    "lines-passed-over",
                    unclaimed + " line(s) of no known kind passed over, the first is line " + firstUnclaimed,
                    input));
        }
    }
}
