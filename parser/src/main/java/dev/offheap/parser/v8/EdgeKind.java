package dev.offheap.parser.v8;

import java.util.Locale;

/** What an edge of a heap snapshot is; the names are those of the file's {@code meta.edge_types}. */
public enum EdgeKind {
    /** A variable of a function's context. */
    CONTEXT,
    /** An element of an array, by number. */
    ELEMENT,
    /** A property of an object. */
    PROPERTY,
    /** A link of the engine itself, by name. */
    INTERNAL,
    /** A link of the engine itself, by number. */
    HIDDEN,
    /** A link that exists for the viewer's convenience only. */
    SHORTCUT,
    /** Keeps nothing alive. */
    WEAK,
    /** A kind that is newer than this reader. */
    OTHER;

    private static final EdgeKind[] ALL = values();

    static EdgeKind of(String name) {
        String constant = name.toUpperCase(Locale.ROOT);
        for (EdgeKind kind : ALL) {
            if (kind.name().equals(constant)) {
                return kind;
            }
        }
        return OTHER;
    }

    static EdgeKind of(int ordinal) {
        return ALL[ordinal];
    }

    /** Whether the file gives a number, not a name, for edges of this kind. */
    boolean isNumbered() {
        return this == ELEMENT || this == HIDDEN;
    }
}
