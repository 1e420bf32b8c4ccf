package dev.offheap.classifiers.saving;

import dev.offheap.classifiers.Finding;
import dev.offheap.classifiers.Sizes;
import dev.offheap.classifiers.catalog.FindingRule;
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

    /** The remedy with its figures, and of its snippets those that fit, for example the version found. */
    public static Finding.Advice advice(FindingRule.AdviceText advice, Map<String, ?> names) {
        return new Finding.Advice(
                fill(advice.summary(), names),
                advice.steps().stream().map(step -> fill(step, names)).toList(),
                advice.snippets().stream()
                        .filter(snippet ->
                                snippet.when().map(when -> when.holds(names)).orElse(true))
                        .map(snippet -> new Finding.Snippet(snippet.language(), fill(snippet.code(), names)))
                        .toList(),
                advice.scope());
    }
}
