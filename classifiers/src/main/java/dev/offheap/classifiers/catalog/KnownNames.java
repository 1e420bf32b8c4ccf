package dev.offheap.classifiers.catalog;

import dev.offheap.classifiers.formula.Formula;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that a finding may use. What is not there counts as nothing in a formula, so a name written wrongly would
 * silently be 0 for ever: it is refused when the file is read.
 */
final class KnownNames {
    private static final Set<String> OF_THE_OWNER =
            Set.of("bytes", "lowBytes", "highBytes", "objects", "version", "patterns", "counts");

    private static final Set<String> OF_TEXTS = Set.of("before", "low", "high");

    private static final Pattern PLACE = Pattern.compile("\\$\\{(?:bytes:)?([A-Za-z]\\w*)}");

    private final Set<String> names = new HashSet<>(OF_THE_OWNER);

    KnownNames(Set<String> measures) {
        names.addAll(measures);
    }

    /** @throws IllegalArgumentException when a formula reads a name that nothing defines */
    KnownNames checkFormulas(List<Formula> formulas) {
        for (Formula formula : formulas) {
            formula.names().forEach(name -> check(name, names.contains(name), formula.toString()));
        }
        return this;
    }

    /** @throws IllegalArgumentException when a text asks for a name that nothing defines */
    void checkTexts(List<String> texts) {
        for (String text : texts) {
            Matcher place = PLACE.matcher(text);
            while (place.find()) {
                String name = place.group(1);
                check(name, names.contains(name) || OF_TEXTS.contains(name), text);
            }
        }
    }

    private void check(String name, boolean known, String text) {
        if (!known) {
            throw new IllegalArgumentException(
                    "'" + text + "': nothing defines " + name + "; add it to the measures or use one of " + sorted());
        }
    }

    private List<String> sorted() {
        return names.stream().sorted().toList();
    }
}
