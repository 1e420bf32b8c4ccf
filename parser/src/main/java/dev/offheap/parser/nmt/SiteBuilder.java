package dev.offheap.parser.nmt;

import dev.offheap.parser.nmt.Figures.Figure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gathers call sites: some frames, then one line of figures. */
final class SiteBuilder {
    /** Far above what real reports hold (thousands); what is above is not kept. */
    static final int MOST = 1 << 18;

    private static final int DEEPEST = 16;

    private static final Pattern FRAME = Pattern.compile("\\[(?:0x[0-9a-fA-F]+|[A-Z]+)\\] ?(?<symbol>.*)");
    private static final Pattern OFFSET = Pattern.compile("\\+0x[0-9a-fA-F]+");

    /** Thread stacks in reports of differences are printed without a key. */
    private static final Pattern BARE = Pattern.compile("\\(\\d+(?:[KMGT]?B)?(?: [+-]\\d+(?:[KMGT]?B)?)? #.*");

    private final List<NmtSite> sites = new ArrayList<>();
    private final List<String> frames = new ArrayList<>();
    private final Map<String, String> symbols = new HashMap<>();

    /** Reads a frame; false when the line is none. */
    boolean takeFrame(String line) {
        Matcher frame = FRAME.matcher(line);
        if (!frame.matches()) {
            return false;
        }
        if (frames.size() < DEEPEST) {
            String symbol = OFFSET.matcher(frame.group("symbol")).replaceAll("").strip();
            frames.add(symbols.computeIfAbsent(symbol.isEmpty() ? "?" : symbol, s -> s));
        }
        return true;
    }

    /** Whether frames wait for their figures. */
    boolean open() {
        return !frames.isEmpty();
    }

    void dropFrames() {
        frames.clear();
    }

    /** Reads the figures of the frames before; false when the line has none. */
    boolean takeFigures(String line, long scale) {
        String bare = BARE.matcher(line).matches() ? "(malloc=" + line.substring(1) : line;
        Figures figures = new Figures(bare, scale);
        if (!figures.inRange()) {
            return false;
        }
        if (figures.has("malloc")) {
            add(
                    figures.get("malloc"),
                    NmtSite.Kind.MALLOC,
                    figures.get("malloc").tag());
        } else if (figures.has("reserved") && figures.has("committed")) {
            add(
                    figures.get("committed"),
                    NmtSite.Kind.MMAP,
                    figures.get("committed").tag());
        } else {
            return false;
        }
        return true;
    }

    List<NmtSite> build() {
        return sites;
    }

    private void add(Figure figure, NmtSite.Kind kind, String category) {
        if (sites.size() < MOST) {
            sites.add(new NmtSite(
                    frames,
                    symbols.computeIfAbsent(category, c -> c),
                    kind,
                    figure.bytes(),
                    figure.count(),
                    figure.bytesChange()));
        }
        frames.clear();
    }
}
