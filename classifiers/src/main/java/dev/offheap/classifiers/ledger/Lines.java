package dev.offheap.classifiers.ledger;

import dev.offheap.classifiers.Basis;
import dev.offheap.classifiers.LedgerLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The lines of a ledger while they are put together: leaves have bytes, groups are the sum of what is below them. */
final class Lines {
    private final Map<String, Line> lines = new LinkedHashMap<>();

    private record Line(
            String id, String parent, String label, boolean leaf, long bytes, Basis basis, List<String> sources) {}

    /** A line that is the sum of those below it; it vanishes when there are none. */
    Lines group(String id, String parent, String label) {
        lines.put(id, new Line(id, parent, label, false, 0, Basis.MEASURED, List.of()));
        return this;
    }

    /** A line with bytes of its own; left out when there are none. */
    Lines leaf(String id, String parent, String label, long bytes, Basis basis, String... sources) {
        if (bytes != 0) {
            List<String> kinds =
                    List.of(sources).stream().filter(s -> !s.isEmpty()).toList();
            lines.put(id, new Line(id, parent, label, true, bytes, basis, kinds));
        }
        return this;
    }

    /** Bytes of all leaves so far. */
    long sum() {
        return lines.values().stream().mapToLong(Line::bytes).sum();
    }

    /** The lines, each group behind its parent and before its parts, with sums, basis and all sources. */
    List<LedgerLine> build() {
        List<LedgerLine> built = new ArrayList<>();
        for (Line line : lines.values()) {
            List<Line> leaves = leaves(line);
            if (leaves.isEmpty()) {
                continue;
            }
            TreeSet<String> sources = new TreeSet<>();
            leaves.forEach(l -> sources.addAll(l.sources));
            built.add(new LedgerLine(
                    line.id,
                    Optional.ofNullable(line.parent),
                    line.label,
                    leaves.stream().mapToLong(Line::bytes).sum(),
                    basis(line, leaves),
                    List.copyOf(sources)));
        }
        return built;
    }

    /** A sum is known as well as the weakest of its parts; the whole was read, and its residual makes the parts add up. */
    private static Basis basis(Line line, List<Line> leaves) {
        return line.parent == null
                ? Basis.MEASURED
                : leaves.stream().map(Line::basis).max(Enum::compareTo).orElseThrow();
    }

    private List<Line> leaves(Line line) {
        if (line.leaf) {
            return List.of(line);
        }
        return lines.values().stream()
                .filter(l -> line.id.equals(l.parent))
                .flatMap(l -> leaves(l).stream())
                .toList();
    }
}
