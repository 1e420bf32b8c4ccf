package dev.offheap.reports.privacy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Masks names in text. A name is masked word by word, so that its structure stays: {@code com.acme.cart.Cart} becomes
 * {@code com.n….n….n…}, and its neighbour {@code com.acme.cart.Item} shares the first three.
 */
final class NameMask {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
    private static final Pattern QUALIFIED = Pattern.compile(
            "(?<![\\p{L}\\p{N}_$.-])[\\p{L}_$][\\p{L}\\p{N}_$-]*(?:\\.[\\p{L}_$][\\p{L}\\p{N}_$-]*){2,}");

    /** Words of a name that say nothing: domains, endings of files, and what the JVM makes of a name. */
    private static final Set<String> PLAIN = Set.of(
            "com",
            "org",
            "net",
            "io",
            "dev",
            "js",
            "mjs",
            "cjs",
            "ts",
            "so",
            "jar",
            "tmp",
            "bin",
            "dat",
            "static",
            "class",
            "Lambda",
            "node_modules",
            "npm",
            "app");

    private final Masks masks;
    private final PublicNames known;

    /** Names of classes of the application, which occur in prose without their package. */
    private final Set<String> simpleNames = new HashSet<>();

    NameMask(Masks masks, PublicNames known) {
        this.masks = masks;
        this.known = known;
    }

    /** Masks a name of the application, and knows it from now on where it stands in text. */
    String name(String name) {
        learn(name);
        return words(name);
    }

    void learn(String name) {
        List<String> words =
                WORD.matcher(name).results().map(MatchResult::group).toList();
        for (String word : words) {
            // Names of packages and fields are often plain words; alone in prose they say nothing of the application.
            if (isPrivate(word) && (Character.isUpperCase(word.codePointAt(0)) || words.size() == 1)) {
                simpleNames.add(word);
            }
        }
    }

    /** Masks what is known of the application, and every qualified name that is not known to be public. */
    String text(String text) {
        if (text == null) {
            return null;
        }
        String masked = QUALIFIED
                .matcher(text)
                .replaceAll(match -> escaped(known.isType(match.group() + ".") ? match.group() : words(match.group())));
        return WORD.matcher(masked)
                .replaceAll(match ->
                        escaped(simpleNames.contains(match.group()) ? masks.mask(match.group()) : match.group()));
    }

    /** Masks the base name of a file, its ending stays. */
    String file(String name) {
        return known.isFile(name) ? name : words(name);
    }

    private String words(String name) {
        return WORD.matcher(name)
                .replaceAll(match -> escaped(isPrivate(match.group()) ? masks.mask(match.group()) : match.group()));
    }

    private static boolean isPrivate(String word) {
        return !PLAIN.contains(word)
                && !word.chars().allMatch(Character::isDigit)
                && !Masks.FORM.matcher(word).matches();
    }

    private static String escaped(String replacement) {
        return replacement.replace("\\", "\\\\").replace("$", "\\$");
    }
}
