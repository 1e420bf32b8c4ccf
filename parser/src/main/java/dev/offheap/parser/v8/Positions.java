package dev.offheap.parser.v8;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where functions were defined: the {@code locations} of a snapshot. */
final class Positions {
    private final IntColumn nodes = new IntColumn();
    private final IntColumn scripts = new IntColumn();
    private final IntColumn lines = new IntColumn();
    private final IntColumn columns = new IntColumn();
    private Map<Integer, Integer> rows;

    void add(int node, int script, int line, int column) {
        nodes.add(node);
        scripts.add(script);
        lines.add(line);
        columns.add(column);
    }

    Optional<SourcePosition> of(int node) {
        if (rows == null) {
            rows = new HashMap<>(); // only source maps ask
            for (int row = 0; row < nodes.size(); row++) {
                rows.put(nodes.get(row), row);
            }
        }
        return Optional.ofNullable(rows.get(node))
                .map(row -> new SourcePosition(scripts.get(row), lines.get(row), columns.get(row)));
    }
}
