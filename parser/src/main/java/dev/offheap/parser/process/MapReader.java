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

    private static final Pattern REGION = Pattern.compile("(?<start>[0-9a-f]{1,16})-(?<end>[0-9a-f]{1,16})"
            + " (?<permissions>[r-][w-][x-][sp-]) (?<offset>[0-9a-f]{1,16})"
            + " (?<device>[0-9a-f]+:[0-9a-f]+) +(?<inode>\\d{1,18})(?: +(?<path>\\S.*?))? *");
    private static final Pattern FIGURE = Pattern.compile("(?<key>[A-Za-z_]+): +(?<amount>\\d+)(?: (?<unit>kB))? *");
    private static final Pattern FLAGS = Pattern.compile("VmFlags:.*");

    private final String input;
    private final List<ProcessMap> maps = new ArrayList<>();
    private final List<Rollup> rollups = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private final List<MemoryRegion> regions = new ArrayList<>();
    private final Map<String, Long> figures = new HashMap<>();
    private Matcher open;
    private boolean measured;
    private int incomplete;

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
                && REGION.matcher(line).matches();
    }

    @Override
    public boolean take(Line line) {
        String text = line.text();
        Matcher region = REGION.matcher(text);
        if (region.matches()) {
            endRegion();
            startRegion(region);
            return true;
        }
        Matcher figure = FIGURE.matcher(text);
        if (open != null && figure.matches()) {
            Amount.of(figure.group("amount"), Amount.unit(figure.group("unit")))
                    .ifPresent(bytes -> figures.put(figure.group("key"), bytes));
            return true;
        }
        return open != null && FLAGS.matcher(text).matches();
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
        String path = open.group("path") == null ? "" : open.group("path");
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
            }
        }
        regions.clear();
        measured = false;
        incomplete = 0;
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
