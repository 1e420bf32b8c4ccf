package dev.offheap.classifiers.catalog;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** File name patterns of the catalog: {@code *} stands for any run of characters. */
final class FileNames {
    private FileNames() {}

    static boolean matches(String pattern, String file) {
        String regex = Pattern.compile("\\*")
                .splitAsStream(pattern)
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return Pattern.matches(pattern.endsWith("*") ? regex + ".*" : regex, file);
    }
}
