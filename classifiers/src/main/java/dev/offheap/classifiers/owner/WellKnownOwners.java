package dev.offheap.classifiers.owner;

/** Owners that exist without anybody having to be found: what the JDK itself holds, and the rest. */
final class WellKnownOwners {
    /** Direct buffers and FFM memory that only JDK objects hold. */
    static final String JDK_DIRECT = "jdk-direct";

    /** Mapped files that only JDK objects hold. */
    static final String JDK_MAPPED = "jdk-mapped";

    /** Direct buffers that nobody refers to any more. */
    static final String AWAITING_CLEANER = "jdk-awaiting-cleaner";

    private WellKnownOwners() {}
}
