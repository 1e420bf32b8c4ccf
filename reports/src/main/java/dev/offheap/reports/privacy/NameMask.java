package dev.offheap.reports.privacy;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
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

    /** What JavaScript and Node.js themselves call things, in paths through a V8 heap. */
    private static final Set<String> SCRIPT = Set.of(
            "function",
            "Object",
            "Array",
            "array",
            "Map",
            "Set",
            "WeakMap",
            "Buffer",
            "ArrayBuffer",
            "SharedArrayBuffer",
            "JSArrayBufferData",
            "Uint8Array",
            "Context",
            "context",
            "closure",
            "native",
            "hidden",
            "object",
            "Node",
            "Socket",
            "TLSSocket",
            "Server",
            "table",
            "buffer",
            "data",
            "in",
            "the",
            "copy",
            "system");

    private final Masks masks;
    private final PublicNames known;

    /** Names of classes of the application, which occur in prose without their package. */
    private final Set<String> simpleNames = new HashSet<>();

    /** Names that are no words, as of scripts: they are looked for as they stand. Longest first: one may be part of another. */
    private final SortedSet<String> wholeNames =
            new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

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

    /** Knows a name as it stands from now on. */
    void learnWhole(String name) {
        if (!WORD.matcher(name).matches()) {
            wholeNames.add(name);
        }
    }

    /** Masks a step of a path through a V8 heap; its words are too common to be looked for in text. */
    String script(String step) {
        return WORD.matcher(step)
                .replaceAll(match -> escaped(
                        isPrivate(match.group()) && !SCRIPT.contains(match.group())
                                ? masks.mask(match.group())
                                : match.group()));
    }

    /** Masks what is known of the application, and every qualified name that is not known to be public. */
    String text(String text) {
        if (text == null) {
            return null;
        }
        String whole = text;
        for (String name : wholeNames) {
            whole = whole.replace(name, words(name));
        }
        String masked = QUALIFIED
                .matcher(whole)
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
