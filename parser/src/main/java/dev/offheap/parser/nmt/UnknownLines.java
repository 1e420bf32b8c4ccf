package dev.offheap.parser.nmt;

import dev.offheap.parser.Warning;
import java.util.List;

/** Counts the lines of a report that no rule reads, so that none is skipped in silence. */
final class UnknownLines {
    private int first;
    private int count;
    private int firstForeign;
    private int foreign;
    private int firstPending;
    private int pending;

    /** A line that looks like one of a report. */
    void add(int number) {
        first = count++ == 0 ? number : first;
        understood();
    }

    /** A line that does not: of other output if the report goes on after it, else what follows the report. */
    void foreign(int number) {
        firstPending = pending++ == 0 ? number : firstPending;
    }

    /** The report goes on. */
    void understood() {
        firstForeign = foreign == 0 ? firstPending : firstForeign;
        foreign += pending;
        pending = 0;
    }

    void warn(String input, List<Warning> warnings) {
        // Lines are named by number only: their text may be anything, and reports are passed on.
        if (count > 0) {
            warnings.add(Warning.of(
                    "nmt-unknown-line",
                    lines(count, first) + " of the native memory tracking report not understood, figures there are not"
                            + " counted; please report it with the JDK's version",
                    input));
        }
        if (foreign > 0) {
            warnings.add(Warning.of(
                    "nmt-mixed-output",
                    lines(foreign, firstForeign)
                            + " of other output inside the native memory tracking report passed over",
                    input));
        }
    }

    private static String lines(int count, int first) {
        return count == 1 ? "line " + first : count + " lines from line " + first + " on";
    }
}
