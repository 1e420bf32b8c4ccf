package dev.offheap.parser.process;

/** The totals of {@code /proc/PID/smaps_rollup}. */
public record Rollup(String input, MemoryRegion.Resident total) {}
