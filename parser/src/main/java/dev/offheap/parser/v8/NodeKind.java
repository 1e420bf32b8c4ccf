package dev.offheap.parser.v8;

import java.util.Locale;

/** What a node of a heap snapshot is; the names are those of the file's {@code meta.node_types}. */
public enum NodeKind {
    HIDDEN,
    ARRAY,
    STRING,
    OBJECT,
    CODE,
    CLOSURE,
    REGEXP,
    NUMBER,
    NATIVE,
    SYNTHETIC,
    CONCATENATED_STRING,
    SLICED_STRING,
    SYMBOL,
    BIGINT,
    OBJECT_SHAPE,
    WASM_OBJECT,
    /** A kind that is newer than this reader. */
    OTHER;

    private static final NodeKind[] ALL = values();

    static NodeKind of(String name) {
        String constant = name.toUpperCase(Locale.ROOT).replace(' ', '_');
        for (NodeKind kind : ALL) {
            if (kind.name().equals(constant)) {
                return kind;
            }
        }
        return OTHER;
    }

    static NodeKind of(int ordinal) {
        return ALL[ordinal];
    }

    /** Whether the node's name is text or a number of the program, rather than the name of a type or function. */
    boolean isData() {
        return switch (this) {
            case STRING, CONCATENATED_STRING, SLICED_STRING, NUMBER, BIGINT, REGEXP, SYMBOL -> true;
            default -> false;
        };
    }
}
