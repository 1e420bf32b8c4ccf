package dev.offheap.parser.node;

/**
 * The heap of one isolate, in bytes, as a diagnostic report has it.
 *
 * @param threadId 0 for the main thread
 * @param committedBytes backed by memory
 * @param usedBytes taken by objects, garbage included
 * @param limitBytes the most it may grow to
 * @param externalBytes outside the heap and known to V8; misses what zlib and SharedArrayBuffers take
 * @param mallocedBytes what V8 allocated for itself
 */
public record IsolateHeap(
        long threadId, long committedBytes, long usedBytes, long limitBytes, long externalBytes, long mallocedBytes) {}
