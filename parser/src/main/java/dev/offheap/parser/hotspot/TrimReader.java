package dev.offheap.parser.hotspot;

import dev.offheap.parser.text.Amount;
import dev.offheap.parser.text.Line;
import dev.offheap.parser.text.TextSection;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code System.trim_native_heap}. */
public final class TrimReader implements TextSection {
    private static final Pattern TRIM = Pattern.compile(
            "Trim native heap: RSS\\+Swap: \\d+[BKMG]->\\d+[BKMG] \\((?<sign>[+-])(?<freed>\\d+)(?<unit>[BKMG])\\)");

    private final String input;
    private final List<Trim> found = new ArrayList<>();

    /** @param input name of the file */
    public TrimReader(String input) {
        this.input = input;
    }

    @Override
    public boolean opens(Line line) {
        return TRIM.matcher(line.text().strip()).matches();
    }

    @Override
    public boolean take(Line line) {
        Matcher trim = TRIM.matcher(line.text().strip());
        if (trim.matches() && found.size() < 1000) {
            long bytes = Amount.of(trim.group("freed"), Amount.unit(trim.group("unit")))
                    .orElse(0);
            found.add(new Trim(input, trim.group("sign").equals("-") ? bytes : -bytes));
        }
        return trim.matches();
    }

    public List<Trim> found() {
        return found;
    }
}
