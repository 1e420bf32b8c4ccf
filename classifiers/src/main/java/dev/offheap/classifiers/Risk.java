package dev.offheap.classifiers;

/** How likely a library is to be the reason of an out-of-memory kill, from public incident reports. */
public enum Risk {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW
}
