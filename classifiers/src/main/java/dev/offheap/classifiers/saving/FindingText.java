package dev.offheap.classifiers.saving;

import dev.offheap.classifiers.Sizes;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of the catalog with figures in them: {@code ${count}} as a number, {@code ${bytes:idle}} as a size. */
public final class FindingText {
    private static final Pattern PLACE = Pattern.compile("\\$\\{(bytes:)?([A-Za-z]\\w*)}");

    private FindingText() {}

    public static String fill(String text, Map<String, ?> names) {
        return PLACE.matcher(text).replaceAll(match -> {
            Object value = names.get(match.group(2));
            if (!(value instanceof Number number)) {
                return Matcher.quoteReplacement(value == null ? match.group() : value.toString());
            }
            return Matcher.quoteReplacement(
                    match.group(1) == null
                            ? String.format(Locale.ROOT, "%,d", number.longValue())
                            : Sizes.text(number.longValue()));
        });
    }
}
