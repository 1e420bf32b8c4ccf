package dev.offheap.parser.process;

import dev.offheap.parser.Warning;
import dev.offheap.parser.text.Amount;
import dev.offheap.parser.text.Line;
import dev.offheap.parser.text.TextSection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code smaps}, {@code maps} and {@code smaps_rollup}, alone or inside a larger text. */
public final class MapReader implements TextSection {
    /** Far above the kernel's own default limit of 65,530 regions. */
    private static final int MOST = 1 << 20;

    /** A process has more regions than this, and one of them is the stack of its first thread, among the last. */
    private static final int REAL = 50;

    private static final Pattern REGION = Pattern.compile("(?<start>[0-9a-f]{1,16})-(?<end>[0-9a-f]{1,16})"
            + " (?<permissions>[r-][w-][x-][sp-]) (?<offset>[0-9a-f]{1,16})"
            + " (?<device>[0-9a-f]+:[0-9a-f]+) +(?<inode>\\d{1,18}) *+(?<path>.*)");
    private static final Pattern OTHERS = Pattern.compile("VmFlags:.*|[A-Za-z_]+: *+\\d+");

    private final String input;
    private final List<ProcessMap> maps = new ArrayList<>();
    private final List<Rollup> rollups = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private final List<MemoryRegion> regions = new ArrayList<>();
    private final Map<String, Long> figures = new HashMap<>();
    private Matcher open;
    private boolean measured;
    private int incomplete;
    /** Most figures that a region of this map has, and those of the last; the kernel writes the same of each. */
    private int mostFigures;

    private int lastFigures;
    private boolean stack;

    /** @param input name of the file, for maps and warnings */
    public MapReader(String input) {
        this.input = input;
    }

    @Override
    public boolean opens(Line line) {
        return isRegion(line.text());
    }

    /** Whether the line is the first of a region. */
    public static boolean isRegion(String line) {
        return line.length() > 20
                && line.indexOf('-') > 0
                && REGION.matcher(line.stripTrailing()).matches();
    }

    /** Most lines by far are figures of a region; only those of {@code status} look the same. */
    @Override
    public boolean owns(Line line) {
        String text = line.text();
        return open != null && text.endsWith(" kB") && !text.startsWith("Vm") && !text.startsWith("RssA");
    }

    @Override
    public boolean take(Line line) {
        String text = line.text().stripTrailing();
        if (open != null && text.endsWith(" kB")) {
            return takeFigure(text);
        }
        Matcher region = REGION.matcher(text);
        if (region.matches()) {
            endRegion();
            startRegion(region);
            return true;
        }
        return open != null && OTHERS.matcher(text).matches();
    }

    /** {@code Key:   n kB}, read by hand: there are two dozen of them for each of many thousand regions. */
    private boolean takeFigure(String text) {
        int colon = text.indexOf(':');
        int digits = colon + 1;
        while (digits < text.length() && text.charAt(digits) == ' ') {
            digits++;
        }
        int end = text.length() - " kB".length();
        if (colon < 1 || digits >= end || end - digits > 18) {
            return false;
        }
        for (int i = digits; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        Amount.of(text.substring(digits, end), 1024).ifPresent(bytes -> figures.put(text.substring(0, colon), bytes));
        return true;
    }

    private void startRegion(Matcher region) {
        long start = Long.parseUnsignedLong(region.group("start"), 16);
        if (!regions.isEmpty()
                && Long.compareUnsigned(start, regions.get(regions.size() - 1).start()) <= 0) {
            endMap(); // addresses ascend within a map, so this is the next one
        }
        open = region;
    }

    private void endRegion() {
        if (open == null) {
            return;
        }
        String path = open.group("path");
        MemoryRegion.Resident resident = new MemoryRegion.Resident(
                figure("Rss"),
                figure("Pss"),
                figure("Anonymous"),
                figure("Private_Dirty"),
                figure("AnonHugePages"),
                figure("Swap"));
        if (path.equals("[rollup]")) {
            rollups.add(new Rollup(input, resident));
        } else if (regions.size() < MOST) {
            measured |= figures.containsKey("Rss");
            incomplete += measured && !figures.containsKey("Rss") ? 1 : 0;
            mostFigures = Math.max(mostFigures, figures.size());
            lastFigures = figures.size();
            stack |= path.equals("[stack]");
            regions.add(new MemoryRegion(
                    Long.parseUnsignedLong(open.group("start"), 16),
                    Long.parseUnsignedLong(open.group("end"), 16),
                    open.group("permissions"),
                    Long.parseUnsignedLong(open.group("offset"), 16),
                    open.group("device"),
                    Long.parseLong(open.group("inode")),
                    path,
                    resident));
        }
        open = null;
        figures.clear();
    }

    private long figure(String key) {
        return figures.getOrDefault(key, 0L);
    }

    private void endMap() {
        if (!regions.isEmpty()) {
            maps.add(new ProcessMap(input, measured, regions));
            if (incomplete > 0) {
                warnings.add(Warning.of(
                        "cut-smaps",
                        "the process map has " + incomplete + " region(s) without resident size: it was cut, and what"
                                + " is missing counts as unexplained; capture /proc/PID/smaps again",
                        input));
            } else if (lastFigures < mostFigures || measured && regions.size() >= REAL && !stack) {
                warnings.add(Warning.of(
                        "cut-smaps",
                        "the process map ends at address "
                                + Long.toHexString(
                                        regions.get(regions.size() - 1).end())
                                + " before it is whole: what follows is missing in all figures; capture /proc/PID/smaps again",
                        input));
            }
        }
        regions.clear();
        measured = false;
        incomplete = 0;
        mostFigures = 0;
        lastFigures = 0;
        stack = false;
    }

    /** Ends the file: no line follows. */
    public void close() {
        endRegion();
        endMap();
    }

    /** The maps in the order of the file; complete after {@link #close()}. */
    public List<ProcessMap> maps() {
        return maps;
    }

    public List<Rollup> rollups() {
        return rollups;
    }

    /** What is missing or doubtful; complete after {@link #close()}. */
    public List<Warning> warnings() {
        return warnings;
    }
}
