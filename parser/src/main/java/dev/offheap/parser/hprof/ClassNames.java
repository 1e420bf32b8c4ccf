package dev.offheap.parser.hprof;

import dev.offheap.parser.graph.ValueKind;
import java.util.Locale;
import java.util.Optional;

/** Names of classes as the JVM has them, and as Java source writes them. */
final class ClassNames {
    private static final String UNKNOWN = "unknown[]";

    private ClassNames() {}

    /** {@code [Ljava/lang/String;} becomes {@code java.lang.String[]}. */
    static String inSource(String internal) {
        int dimensions = 0;
        while (dimensions < internal.length() && internal.charAt(dimensions) == '[') {
            dimensions++;
        }
        String element = internal.substring(dimensions);
        if (dimensions > 0) {
            element = element.startsWith("L") && element.endsWith(";")
                    ? element.substring(1, element.length() - 1)
                    : primitive(element);
        }
        return element.replace('/', '.') + "[]".repeat(dimensions);
    }

    private static String primitive(String letter) {
        return switch (letter) {
            case "Z" -> "boolean";
            case "C" -> "char";
            case "F" -> "float";
            case "D" -> "double";
            case "B" -> "byte";
            case "S" -> "short";
            case "I" -> "int";
            case "J" -> "long";
            default -> letter;
        };
    }

    /** Name of the class of arrays of primitive values. */
    static String arrayOf(ValueKind element) {
        return element == ValueKind.REFERENCE ? UNKNOWN : element.name().toLowerCase(Locale.ROOT) + "[]";
    }

    /** What an array holds, from the name of its class in source; empty for other classes. */
    static Optional<ValueKind> elements(String name) {
        if (!name.endsWith("[]")) {
            return Optional.empty();
        }
        for (ValueKind kind : ValueKind.values()) {
            if (kind != ValueKind.REFERENCE && name.equals(arrayOf(kind))) {
                return Optional.of(kind);
            }
        }
        return Optional.of(ValueKind.REFERENCE);
    }
}
