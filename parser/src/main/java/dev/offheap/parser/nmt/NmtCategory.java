package dev.offheap.parser.nmt;

import java.util.Optional;

/**
 * One category of a report, amounts in bytes.
 *
 * @param name as the JVM prints it, for example {@code Java Heap}
 * @param mmap what was mapped, other than stacks
 * @param stack thread stacks, of category {@code Thread} only; on JDK 8 all of a stack counts as committed
 * @param trackingOverhead of category {@code Native Memory Tracking} only
 * @param classes loaded classes, of category {@code Class} only
 * @param threads of category {@code Thread} only
 * @param metadata the part of {@code Class} that lies outside the class space; a repetition, never added
 * @param classSpace the compressed class space, part of {@code Class}; a repetition, never added
 */
public record NmtCategory(
        String name,
        long reserved,
        long committed,
        Allocated malloc,
        Allocated arena,
        Mapped mmap,
        Mapped stack,
        long trackingOverhead,
        long classes,
        long threads,
        Optional<Space> metadata,
        Optional<Space> classSpace) {

    public long mallocBytes() {
        return malloc.bytes();
    }

    public long arenaBytes() {
        return arena.bytes();
    }

    /** What the parts of the category add up to; the JVM prints the same as {@link #committed()}. */
    public long sumOfParts() {
        return malloc.bytes() + arena.bytes() + mmap.committed() + stack.committed() + trackingOverhead;
    }

    /** A part of the metaspace: bytes reserved, committed, used by classes. */
    public record Space(long reserved, long committed, long used) {}
}
