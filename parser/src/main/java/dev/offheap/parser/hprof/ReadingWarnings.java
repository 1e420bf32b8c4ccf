package dev.offheap.parser.hprof;

import dev.offheap.parser.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a person should know of how a dump was read. */
final class ReadingWarnings {
    private ReadingWarnings() {}

    static List<Warning> of(OpenDump dump, Ending ending, FirstPass found, EdgeBuilder edges) {
        String input = dump.name();
        String unpacked = dump.packed() ? " (unpacked)" : "";
        List<Warning> warnings = new ArrayList<>();
        if (ending.cut()) {
            warnings.add(Warning.of(
                    "heap-cut",
                    "the heap dump ends at byte " + ending.position() + unpacked + " before it is whole; "
                            + read(found, edges),
                    input));
        }
        if (ending.damagedAt() >= 0) {
            warnings.add(Warning.of(
                    "heap-damaged",
                    "the heap dump is damaged from byte " + ending.damagedAt() + unpacked + "; " + read(found, edges),
                    input));
        }
        if (ending.several()) {
            warnings.add(
                    Warning.of("heap-several", "the file holds several heap dumps, the first of them was read", input));
        }
        if (found.duplicates() > 0) {
            warnings.add(Warning.of(
                    "heap-duplicates",
                    found.duplicates() + " objects are in the heap dump more than once, the first was read each time",
                    input));
        }
        return warnings;
    }

    /** What share of the heap is known to be there: references tell of objects that are missing. */
    private static String read(FirstPass found, EdgeBuilder edges) {
        double missing = edges.references() == 0 ? 0 : edges.missing() / (double) edges.references();
        return String.format(
                Locale.ROOT,
                "%d objects were read, %.1f %% of their references lead to objects that are missing, so figures are low",
                found.objects(),
                100 * missing);
    }
}
