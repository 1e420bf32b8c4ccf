package dev.offheap.parser.hotspot;

import dev.offheap.parser.hotspot.JvmRange.Use;
import dev.offheap.parser.text.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of an error log that name address ranges. */
final class RangeLines {
    private static final int MOST = 1 << 17;
    private static final String ADDRESS = "0x([0-9a-f]{1,16})";

    private static final Pattern HEAP = Pattern.compile("Heap address: " + ADDRESS + ", size: (\\d+) MB.*");

    private static final List<Rule> RULES = List.of(
            new Rule(
                    Use.SHARED_CLASSES,
                    3,
                    "CDS archive\\(s\\) mapped at: \\[" + ADDRESS + "-" + ADDRESS + "-" + ADDRESS + "\\).*"),
            new Rule(Use.CLASS_SPACE, 2, "Compressed class space mapped at: " + ADDRESS + "-" + ADDRESS + ".*"),
            new Rule(Use.CODE, 3, "bounds \\[" + ADDRESS + ", " + ADDRESS + ", " + ADDRESS + "\\]"),
            new Rule(
                    Use.COLLECTOR,
                    2,
                    "(?:Card table byte_map:|Begin Bits:|End Bits:) \\[" + ADDRESS + ", ?" + ADDRESS + "[\\])].*"),
            new Rule(Use.STACK, 2, ".*\\bstack\\(" + ADDRESS + "," + ADDRESS + "\\).*"));

    private final List<JvmRange> ranges = new ArrayList<>();

    /** @param end the number of the group that holds the end of the range */
    private record Rule(Use use, int end, Pattern pattern) {
        private Rule(Use use, int end, String pattern) {
            this(use, end, Pattern.compile(pattern));
        }
    }

    /** Reads a line that names a range; other lines are passed over. */
    void take(String line) {
        if (line.indexOf("0x") < 0) {
            return;
        }
        heap(line);
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern.matcher(line);
            if (matcher.matches()) {
                add(rule.use, address(matcher, 1), address(matcher, rule.end));
            }
        }
    }

    private void heap(String line) {
        Matcher heap = HEAP.matcher(line);
        if (heap.matches()) {
            OptionalLong bytes = Amount.of(heap.group(2), 1 << 20);
            bytes.ifPresent(size -> add(Use.JAVA_HEAP, address(heap, 1), address(heap, 1) + size));
        }
    }

    private static long address(Matcher matcher, int group) {
        return Long.parseUnsignedLong(matcher.group(group), 16);
    }

    private void add(Use use, long start, long end) {
        if (Long.compareUnsigned(start, end) < 0 && ranges.size() < MOST) {
            ranges.add(new JvmRange(use, start, end));
        }
    }

    List<JvmRange> build() {
        return ranges;
    }
}
