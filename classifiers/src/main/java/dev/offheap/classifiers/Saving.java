package dev.offheap.classifiers;

/**
 * A range of bytes that can be had back.
 *
 * @param lowBytes what surely goes
 * @param highBytes the ideal case; at least the low end
 */
public record Saving(long lowBytes, long highBytes) {
    public static final Saving NONE = new Saving(0, 0);

    public Saving {
        if (lowBytes < 0 || highBytes < lowBytes) {
            throw new IllegalArgumentException("a saving runs from low to high, got " + lowBytes + " to " + highBytes);
        }
    }

    public Saving plus(Saving other) {
        return new Saving(lowBytes + other.lowBytes, highBytes + other.highBytes);
    }

    /** The same with both ends at most the given bytes. */
    public Saving cappedAt(long bytes) {
        long cap = Math.max(0, bytes);
        return new Saving(Math.min(lowBytes, cap), Math.min(highBytes, cap));
    }
}
