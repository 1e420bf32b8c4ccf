package dev.offheap.classifiers;

/** How likely a library is to be the reason of an out-of-memory kill, from public incident reports. */
public enum Risk {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW;

    private static final double HIGH_SHARE = 0.5;
    private static final double MEDIUM_SHARE = 0.1;

    /**
     * The risk of an owner that no catalog entry rates, for example a package of the application: it has no record of
     * incidents, so its share of all owners' bytes, 0 to 1, stands in for one.
     */
    public static Risk ofShare(double share) {
        return share >= HIGH_SHARE ? HIGH : share >= MEDIUM_SHARE ? MEDIUM : LOW;
    }
}
