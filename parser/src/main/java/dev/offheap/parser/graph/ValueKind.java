package dev.offheap.parser.graph;

/** What a field or an array element holds. */
public enum ValueKind {
    REFERENCE,
    BOOLEAN,
    CHAR,
    FLOAT,
    DOUBLE,
    BYTE,
    SHORT,
    INT,
    LONG;

    /** Bytes of a value of this kind in a dump with identifiers of the given size. */
    public int bytes(int identifierBytes) {
        return switch (this) {
            case REFERENCE -> identifierBytes;
            case BOOLEAN, BYTE -> 1;
            case CHAR, SHORT -> 2;
            case FLOAT, INT -> 4;
            case DOUBLE, LONG -> 8;
        };
    }
}
