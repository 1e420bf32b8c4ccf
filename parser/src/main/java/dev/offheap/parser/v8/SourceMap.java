package dev.offheap.parser.v8;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which source each place of a bundled script was made from (Source Map revision 3). */
public final class SourceMap {
    private final String script;
    private final List<String> sources;
    private final int[] lines;
    private final int[] columns;
    private final int[] sourceOf;

    /**
     * @param lines number of the first segment of each line, and behind the last line the number of all segments
     * @param columns of each segment, ascending within a line
     * @param sourceOf number of each segment's source; -1 for code that has none
     */
    SourceMap(String script, List<String> sources, int[] lines, int[] columns, int[] sourceOf) {
        this.script = script;
        this.sources = List.copyOf(sources);
        this.lines = lines;
        this.columns = columns;
        this.sourceOf = sourceOf;
    }

    /** Base name of the script that it is of. */
    public String script() {
        return script;
    }

    /**
     * The source of a place in the script, as the map names it: mostly a path relative to the script.
     *
     * @param line counted from 0
     * @param column counted from 0
     */
    public Optional<String> sourceAt(int line, int column) {
        if (line < 0 || line + 1 >= lines.length) {
            return Optional.empty();
        }
        int at = Arrays.binarySearch(columns, lines[line], lines[line + 1], column);
        int segment = at >= 0 ? at : -at - 2;
        return segment < lines[line] || sourceOf[segment] < 0
                ? Optional.empty()
                : Optional.of(sources.get(sourceOf[segment]));
    }
}
