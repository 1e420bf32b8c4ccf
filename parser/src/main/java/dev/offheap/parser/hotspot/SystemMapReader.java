package dev.offheap.parser.hotspot;

import dev.offheap.parser.Warning;
import dev.offheap.parser.nmt.NmtRegion;
import dev.offheap.parser.process.MemoryRegion;
import dev.offheap.parser.process.ProcessMap;
import dev.offheap.parser.text.Amount;
import dev.offheap.parser.text.Line;
import dev.offheap.parser.text.TextSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code System.map} and what {@code System.dump_map} writes. */
public final class SystemMapReader implements TextSection {
    private static final int MOST = 1 << 20;

    private static final Pattern MAPPING = Pattern.compile("0x(?<start>[0-9a-f]{1,16})-0x(?<end>[0-9a-f]{1,16}) +\\d+"
            + " (?<permissions>[r-][w-][x-][sp-]) +(?<rss>\\d+) +\\d+ +\\S+ +(?<notes>\\S+) +"
            + "(?<info>\\S+) +(?<file>\\S.*)");
    /** The legend, the head of the table and the sums below it. */
    private static final Pattern FRAMEWORK = Pattern.compile(
            "Memory mappings:|from +to +.*|=+|Number of mappings: \\d+" + "|[a-z][a-z ,]*: .*|[A-Z]+: .*");

    private static final String OFF = "NMT is disabled. VM info not available.";

    /** Names of the map, in the words of Native Memory Tracking. */
    private static final Map<String, String> CATEGORIES = Map.ofEntries(
            Map.entry("JAVAHEAP", "Java Heap"),
            Map.entry("CLASS", "Class"),
            Map.entry("META", "Metaspace"),
            Map.entry("CODE", "Code"),
            Map.entry("CDS", "Shared class space"),
            Map.entry("GC", "GC"),
            Map.entry("STACK", "Thread Stack"),
            Map.entry("POLL", "Safepoint"),
            Map.entry("INTERN", "Internal"),
            Map.entry("OTHER", "Other"),
            Map.entry("TEST", "Test"));

    private final String input;
    private final List<MemoryRegion> mappings = new ArrayList<>();
    private final List<NmtRegion> regions = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    /** @param input name of the file */
    public SystemMapReader(String input) {
        this.input = input;
    }

    @Override
    public boolean opens(Line line) {
        String text = line.text().strip();
        return text.equals("Memory mappings:")
                || text.equals(OFF)
                || MAPPING.matcher(line.text().stripTrailing()).matches();
    }

    @Override
    public boolean take(Line line) {
        String text = line.text().stripTrailing();
        Matcher mapping = MAPPING.matcher(text);
        if (mapping.matches()) {
            if (mappings.size() < MOST) {
                add(mapping);
            }
            return true;
        }
        if (OFF.equals(text.strip())) {
            warnings.add(Warning.of(
                    "nmt-not-enabled",
                    "the JVM's map does not name the use of its mappings, for native memory tracking is off; start the JVM"
                            + " with -XX:NativeMemoryTracking=summary",
                    input));
            return true;
        }
        return FRAMEWORK.matcher(text.strip()).matches();
    }

    private void add(Matcher mapping) {
        long start = Long.parseUnsignedLong(mapping.group("start"), 16);
        long end = Long.parseUnsignedLong(mapping.group("end"), 16);
        long rss = Amount.of(mapping.group("rss"), 1).orElse(0);
        String file = mapping.group("file").equals("-") ? "" : mapping.group("file");
        mappings.add(new MemoryRegion(
                start,
                end,
                mapping.group("permissions"),
                0,
                "",
                0,
                file,
                new MemoryRegion.Resident(rss, rss, file.startsWith("/") ? 0 : rss, 0, 0, 0)));
        category(mapping.group("info"))
                .ifPresent(category ->
                        regions.add(new NmtRegion(start, end, category, List.of(new NmtRegion.Range(start, end)))));
    }

    /** The first name where several are given: the kernel merged mappings that touch. Names of threads are dropped. */
    private static Optional<String> category(String info) {
        if (info.equals("-")) {
            return Optional.empty();
        }
        String first = info.split("[,-]", 2)[0];
        return Optional.of(CATEGORIES.getOrDefault(first, first));
    }

    /** The map; empty when the file has none. */
    public Optional<SystemMap> found() {
        return mappings.isEmpty()
                ? Optional.empty()
                : Optional.of(new SystemMap(new ProcessMap(input, true, mappings), regions));
    }

    public List<Warning> warnings() {
        return warnings;
    }
}
