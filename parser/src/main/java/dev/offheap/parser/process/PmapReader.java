package dev.offheap.parser.process;

import dev.offheap.parser.text.Amount;
import dev.offheap.parser.text.Line;
import dev.offheap.parser.text.TextSection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads {@code pmap -X}, {@code pmap -XX} and {@code pmap -x}. Columns are found by their names, for each kernel has
 * its own set; what a file is called has no path here.
 */
public final class PmapReader implements TextSection {
    private static final int MOST = 1 << 20;
    private static final Pattern HEADER = Pattern.compile("Address +(?:Perm +Offset|Kbytes +RSS) .*Mapping");
    private static final Pattern RULES = Pattern.compile("[= -]+|-+");

    private final String input;
    private final List<MemoryRegion> regions = new ArrayList<>();
    private List<String> columns = List.of();

    /** @param input name of the file */
    public PmapReader(String input) {
        this.input = input;
    }

    @Override
    public boolean opens(Line line) {
        return HEADER.matcher(line.text().strip()).matches();
    }

    @Override
    public boolean take(Line line) {
        String text = line.text().strip();
        if (opens(line)) {
            columns = List.of(text.split(" +"));
            return true;
        }
        if (RULES.matcher(text).matches() || text.startsWith("total ") || text.endsWith(" KB")) {
            return true;
        }
        Optional<MemoryRegion> region = region(text);
        if (region.isPresent() && regions.size() < MOST) {
            regions.add(region.get());
        }
        return region.isPresent();
    }

    /** The map; empty when the file has none. */
    public Optional<ProcessMap> found() {
        return regions.isEmpty() ? Optional.empty() : Optional.of(new ProcessMap(input, true, regions));
    }

    private Optional<MemoryRegion> region(String text) {
        Map<String, String> row = row(text);
        String address = row.getOrDefault("Address", "");
        long size = kilobytes(row, "Size") + kilobytes(row, "Kbytes");
        if (!address.matches("[0-9a-f]{5,16}") || size <= 0) {
            return Optional.empty();
        }
        long start = Long.parseUnsignedLong(address, 16);
        String inode = row.getOrDefault("Inode", "0");
        return Optional.of(new MemoryRegion(
                start,
                start + size,
                row.containsKey("Perm") ? row.get("Perm") : permissions(row.getOrDefault("Mode", "-----")),
                hex(row.getOrDefault("Offset", "0")),
                row.getOrDefault("Device", ""),
                inode.matches("\\d{1,18}") ? Long.parseLong(inode) : 0,
                path(row.getOrDefault("Mapping", "")),
                new MemoryRegion.Resident(
                        kilobytes(row, "Rss") + kilobytes(row, "RSS"),
                        row.containsKey("Pss") ? kilobytes(row, "Pss") : kilobytes(row, "RSS"),
                        kilobytes(row, "Anonymous"),
                        kilobytes(row, "Private_Dirty") + kilobytes(row, "Dirty"),
                        kilobytes(row, "AnonHugePages"),
                        kilobytes(row, "Swap"))));
    }

    private Map<String, String> row(String text) {
        // Flags hold blanks; they stand before the name, and each has two letters.
        boolean flags = columns.contains("VmFlags");
        String plain =
                flags ? text.replaceAll("(?<=\\d) +(?:[a-z]{2}(?: +|$))+", " ").strip() : text;
        List<String> names = columns.stream().filter(c -> !c.equals("VmFlags")).toList();
        String[] values = plain.split(" +", Math.max(1, names.size()));
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < values.length && i < names.size(); i++) {
            row.put(names.get(i), values[i]);
        }
        return row;
    }

    /** {@code rw-s-} of {@code pmap -x}, where shared is told by a letter only, in the form of the kernel. */
    private static String permissions(String mode) {
        return mode.length() < 4 ? "---p" : mode.substring(0, 3) + (mode.charAt(3) == 's' ? 's' : 'p');
    }

    private static String path(String mapping) {
        return mapping.equals("[ anon ]") ? "" : mapping.equals("[ stack ]") ? "[stack]" : mapping;
    }

    private static long kilobytes(Map<String, String> row, String column) {
        String value = row.getOrDefault(column, "0");
        return value.matches("\\d+") ? Amount.of(value, 1024).orElse(0) : 0;
    }

    private static long hex(String value) {
        return value.matches("[0-9a-f]{1,16}") ? Long.parseUnsignedLong(value, 16) : 0;
    }
}
