package dev.offheap.classifiers;

/** All owners together: what they hold, and what can be had back without counting overlapping savings twice. */
public record Totals(long beforeBytes, Saving saving) {}
