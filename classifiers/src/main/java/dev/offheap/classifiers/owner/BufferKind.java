package dev.offheap.classifiers.owner;

/** What a {@code java.nio} direct buffer is, as far as memory goes. Only some have memory of their own. */
public enum BufferKind {
    /** Has memory of its own and a cleaner that will free it. */
    OWNED("own memory, freed by a cleaner", true),
    /** Has memory of its own that a library frees itself. */
    NO_CLEANER("own memory, freed by a library", true),
    /** Nobody refers to it any more; its memory waits for the cleaner. */
    AWAITING_CLEANER("awaiting cleaner", true),
    /** A slice, duplicate or view of another buffer, of an FFM segment, or of memory that is already counted. */
    VIEW("view of other memory", false),
    /** A mapped file: page cache, not direct memory. */
    MAPPED("mapped file", false),
    /** The JDK's own {@code lib/modules}, mapped. */
    JDK_IMAGE("JDK image", false),
    /** Wraps memory that some native code owns; nothing says who. */
    FOREIGN("foreign pointer", false);

    private final String label;
    private final boolean counted;

    BufferKind(String label, boolean counted) {
        this.label = label;
        this.counted = counted;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** Whether its capacity is direct memory that counts. */
    public boolean counted() {
        return counted;
    }
}
