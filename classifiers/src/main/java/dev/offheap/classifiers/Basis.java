package dev.offheap.classifiers;

/** How a figure is known. A figure without a basis is a defect. */
public enum Basis {
    /** Read from evidence. */
    MEASURED,
    /** A count times a known cost; comes with a range. */
    MODELLED,
    /** Only a limit is known. */
    BOUNDED,
    /** Present, size unknown. */
    INVENTORY
}
