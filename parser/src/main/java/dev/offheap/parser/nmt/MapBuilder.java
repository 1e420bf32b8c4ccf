package dev.offheap.parser.nmt;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gathers the regions of a virtual memory map. */
final class MapBuilder {
    /** More regions than any kernel lets a process have by default, many times over. */
    static final int MOST = 1 << 20;

    private static final Pattern REGION =
            Pattern.compile("\\[0x(?<start>[0-9a-fA-F]{1,16}) - 0x(?<end>[0-9a-fA-F]{1,16})\\] "
                    + "(?<use>reserved and committed|reserved|committed|allocated)(?: \\d+(?:[KMGT]?B)?)?"
                    + "(?: for (?<category>.+?))?(?: from)?");

    private final List<NmtRegion> regions = new ArrayList<>();
    private final List<NmtRegion.Range> committed = new ArrayList<>();
    private long start;
    private long end;
    private boolean wholly;
    private String category;
    private boolean overflow;

    /** Reads a line that gives a range of addresses; false when it is none. */
    boolean take(String line) {
        Matcher region = REGION.matcher(line);
        if (!region.matches()) {
            return false;
        }
        long from = Long.parseUnsignedLong(region.group("start"), 16);
        long to = Long.parseUnsignedLong(region.group("end"), 16);
        if (Long.compareUnsigned(from, to) > 0) {
            return false;
        }
        switch (region.group("use")) {
            case "committed" -> {
                if (category != null && committed.size() < MOST) {
                    committed.add(new NmtRegion.Range(from, to));
                }
            }
            case "allocated" -> close(); // offsets in a file that backs the heap, not addresses
            default -> {
                close();
                start = from;
                end = to;
                wholly = region.group("use").equals("reserved and committed");
                category = region.group("category") == null ? "Unknown" : region.group("category");
            }
        }
        return true;
    }

    List<NmtRegion> build() {
        close();
        return regions;
    }

    /** Whether regions were left out because there were too many to be true. */
    boolean overflow() {
        return overflow;
    }

    private void close() {
        if (category != null) {
            if (wholly && committed.isEmpty()) {
                committed.add(new NmtRegion.Range(start, end));
            }
            if (regions.size() < MOST) {
                regions.add(new NmtRegion(start, end, category, committed));
            } else {
                overflow = true;
            }
        }
        committed.clear();
        category = null;
    }
}
