package dev.offheap.parser.hotspot;

import dev.offheap.parser.text.Amount;
import dev.offheap.parser.text.Line;
import dev.offheap.parser.text.TextSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code Compiler.codecache}. */
public final class CodeCacheReader implements TextSection {
    private static final Pattern SEGMENT =
            Pattern.compile("(?:CodeHeap '(?<name>[^']+)'|CodeCache): size=(?<size>\\d+)Kb"
                    + " used=(?<used>\\d+)Kb max_used=(?<peak>\\d+)Kb free=\\d+Kb");
    private static final Pattern OURS = Pattern.compile("bounds \\[.*|CodeCache: size=.*|total_blobs=.*|full_count=.*"
            + "|[Cc]ompilation: .*|stopped_count=.*|nmethods=.*|adapters=.*");

    private final String input;
    private final List<CodeCache.Segment> segments = new ArrayList<>();

    /** @param input name of the file */
    public CodeCacheReader(String input) {
        this.input = input;
    }

    @Override
    public boolean opens(Line line) {
        return SEGMENT.matcher(line.text().strip()).matches();
    }

    @Override
    public boolean take(Line line) {
        Matcher segment = SEGMENT.matcher(line.text().strip());
        if (!segment.matches()) {
            return OURS.matcher(line.text().strip()).matches();
        }
        if (segments.size() < 16) {
            segments.add(new CodeCache.Segment(
                    segment.group("name") == null ? "all" : segment.group("name"),
                    kilobytes(segment.group("size")),
                    kilobytes(segment.group("used")),
                    kilobytes(segment.group("peak"))));
        }
        return true;
    }

    /** What was found; empty when the file holds no such text. */
    public Optional<CodeCache> found() {
        return segments.isEmpty() ? Optional.empty() : Optional.of(new CodeCache(input, segments));
    }

    private static long kilobytes(String digits) {
        return Amount.of(digits, 1024).orElse(0);
    }
}
