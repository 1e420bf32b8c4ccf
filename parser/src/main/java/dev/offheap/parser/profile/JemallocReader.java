package dev.offheap.parser.profile;

import dev.offheap.parser.process.MapReader;
import dev.offheap.parser.process.MemoryRegion;
import dev.offheap.parser.process.StableName;
import dev.offheap.parser.text.Amount;
import dev.offheap.parser.text.Line;
import dev.offheap.parser.text.TextSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a heap profile of jemalloc, {@code heap_v2} text. It is a sample: an allocation is in it with a chance that
 * grows with its size, so each stack is scaled by one over that chance, 1 - exp(-size / rate), as jemalloc's own tool
 * does.
 */
public final class JemallocReader implements TextSection {
    private static final int MOST = 1 << 20;
    private static final int DEEPEST = 24;

    private static final Pattern OPENING = Pattern.compile("heap_v2/(?<rate>\\d{1,12})");
    private static final Pattern FIGURES = Pattern.compile("t\\*: (?<count>\\d+): (?<bytes>\\d+) \\[.*");

    private final String input;
    private final List<Site> sites = new ArrayList<>();
    private final MapReader maps;
    private long rate;
    private long[] stack;
    private boolean inMaps;

    private record Site(long[] stack, long count, long bytes) {}

    /** @param input name of the file */
    public JemallocReader(String input) {
        this.input = input;
        maps = new MapReader(input);
    }

    @Override
    public boolean opens(Line line) {
        return OPENING.matcher(line.text()).matches();
    }

    @Override
    public boolean owns(Line line) {
        return true; // such a file holds nothing else
    }

    @Override
    public boolean take(Line line) {
        String text = line.text().strip();
        Matcher opening = OPENING.matcher(text);
        if (opening.matches()) {
            rate = Long.parseLong(opening.group("rate"));
        } else if (text.equals("MAPPED_LIBRARIES:")) {
            inMaps = true;
        } else if (inMaps) {
            maps.take(line);
        } else if (text.startsWith("@")) {
            stack = stack(text);
        } else {
            Matcher figures = FIGURES.matcher(text);
            if (stack != null && figures.matches() && sites.size() < MOST) {
                long count = Amount.of(figures.group("count"), 1).orElse(0);
                long bytes = Amount.of(figures.group("bytes"), 1).orElse(0);
                sites.add(new Site(stack, count, bytes));
                stack = null;
            }
        }
        return true;
    }

    private static long[] stack(String text) {
        return Pattern.compile("0x([0-9a-f]{1,16})")
                .matcher(text)
                .results()
                .limit(DEEPEST)
                .mapToLong(r -> Long.parseUnsignedLong(r.group(1), 16))
                .toArray();
    }

    /** The profile; empty when the file is none. */
    public Optional<NativeProfile> found() {
        if (rate == 0) {
            return Optional.empty();
        }
        maps.close();
        List<MemoryRegion> regions =
                maps.maps().stream().flatMap(m -> m.regions().stream()).toList();
        Map<String, Long> libraries = new TreeMap<>();
        for (Site site : sites) {
            if (site.count > 0 && site.bytes > 0) {
                libraries.merge(caller(site.stack, regions), scaled(site), Long::sum);
            }
        }
        return Optional.of(new NativeProfile(input, "jemalloc", false, libraries));
    }

    private long scaled(Site site) {
        double average = (double) site.bytes / site.count;
        return (long) (site.bytes / -Math.expm1(-average / rate));
    }

    private static String caller(long[] stack, List<MemoryRegion> regions) {
        for (long address : stack) {
            // A return address may lie just behind the function that called.
            Optional<MemoryRegion> region = find(regions, address - 1);
            if (region.isPresent() && region.get().isFile()) {
                String library = StableName.of(region.get().path());
                if (!Callers.isServant(library)) {
                    return library;
                }
            }
        }
        return NativeProfile.UNKNOWN;
    }

    private static Optional<MemoryRegion> find(List<MemoryRegion> regions, long address) {
        int low = 0;
        int high = regions.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            MemoryRegion region = regions.get(middle);
            if (region.contains(address)) {
                return Optional.of(region);
            }
            if (Long.compareUnsigned(address, region.start()) < 0) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return Optional.empty();
    }
}
