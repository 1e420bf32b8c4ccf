package dev.offheap.parser.hotspot;

/**
 * An address range that an error log names.
 *
 * @param start first address, as an unsigned number
 * @param end first address behind it
 */
public record JvmRange(Use use, long start, long end) {
    /** What the JVM uses a range for; {@link #category} is the name that Native Memory Tracking gives it. */
    public enum Use {
        JAVA_HEAP("Java Heap"),
        CLASS_SPACE("Class"),
        SHARED_CLASSES("Shared class space"),
        CODE("Code"),
        COLLECTOR("GC"),
        STACK("Thread Stack");

        private final String category;

        Use(String category) {
            this.category = category;
        }

        public String category() {
            return category;
        }
    }
}
