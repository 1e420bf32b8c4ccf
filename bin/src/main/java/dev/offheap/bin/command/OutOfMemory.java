package dev.offheap.bin.command;

/** What is said when the Java heap did not suffice. */
public final class OutOfMemory {
    private OutOfMemory() {}

    /** Names the need and the option. */
    public static String message() {
        long mib = Runtime.getRuntime().maxMemory() / (1 << 20);
        return mib + " MiB of Java heap do not suffice; give more, as in OFFHEAP_JAVA_OPTS=-Xmx" + mib * 2 + "m";
    }
}
