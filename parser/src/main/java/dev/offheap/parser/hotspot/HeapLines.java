package dev.offheap.parser.hotspot;

import dev.offheap.parser.text.Amount;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The block {@code Heap:} of an error log, in the words of each collector. */
final class HeapLines {
    private static final Pattern TOTAL_USED =
            Pattern.compile("(?:garbage-first heap|PSYoungGen|ParOldGen|PSOldGen|DefNew|Tenured|def new generation"
                    + "|tenured generation|par new generation|concurrent mark-sweep generation)"
                    + " +total (?<committed>\\d+)(?<cu>[KMG]), used (?<used>\\d+)(?<uu>[KMG]).*");
    private static final List<Pattern> ONE_LINE = List.of(
            TOTAL_USED,
            Pattern.compile("ZHeap +used (?<used>\\d+)(?<uu>[KMG]), capacity (?<committed>\\d+)(?<cu>[KMG]).*"),
            Pattern.compile("\\d+[KMG] max, \\d+[KMG] soft max, (?<committed>\\d+)(?<cu>[KMG]) committed,"
                    + " (?<used>\\d+)(?<uu>[KMG]) used.*"));

    private boolean inBlock;
    private boolean done;
    private long committed;
    private long used;

    /** Reads a line; only the first block counts, the later ones tell the past. */
    void take(String line) {
        if (line.equals("Heap:") || line.equals("Shenandoah Heap")) {
            inBlock = !done;
            return;
        }
        if (inBlock && line.isEmpty() && committed > 0) {
            inBlock = false;
            done = true;
        }
        if (inBlock) {
            for (Pattern pattern : ONE_LINE) {
                Matcher matcher = pattern.matcher(line);
                if (matcher.matches()) {
                    committed += amount(matcher, "committed", "cu");
                    used += amount(matcher, "used", "uu");
                }
            }
        }
    }

    private static long amount(Matcher matcher, String digits, String unit) {
        return Amount.of(matcher.group(digits), Amount.unit(matcher.group(unit)))
                .orElse(0);
    }

    Optional<VmInfo.JavaHeap> build() {
        return committed > 0 ? Optional.of(new VmInfo.JavaHeap(committed, used)) : Optional.empty();
    }
}
