package dev.offheap.classifiers;

import java.util.OptionalLong;

/**
 * The totals of a process, in bytes; each empty where no input tells.
 *
 * @param rssBytes resident set size
 * @param heapBytes of the resident size, the managed heap
 * @param nativeBytes of the resident size, all but the managed heap; without a resident size, what is known to be native
 * @param explainedBytes of the resident size, what ledger lines other than the residual explain
 * @param residualBytes resident size minus explained; negative when parts that were counted are not resident
 */
public record Memory(
        OptionalLong rssBytes,
        OptionalLong heapBytes,
        OptionalLong nativeBytes,
        OptionalLong explainedBytes,
        OptionalLong residualBytes) {
    public static final Memory UNKNOWN = new Memory(
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty());
}
