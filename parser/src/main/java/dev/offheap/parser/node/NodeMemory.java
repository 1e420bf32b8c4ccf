package dev.offheap.parser.node;

import java.util.OptionalLong;

/**
 * What {@code process.memoryUsage()} or {@code v8.getHeapStatistics()} returned, in bytes; each empty where it was not
 * in the file.
 *
 * @param input name of the file
 * @param rssBytes resident size of the process, all threads
 * @param heapTotalBytes size of the isolate's heap
 * @param heapUsedBytes of that, taken by objects
 * @param externalBytes outside the heap and known to V8
 * @param arrayBufferBytes ArrayBuffers and SharedArrayBuffers, touched or not
 * @param physicalBytes of the isolate's heap, backed by memory
 * @param limitBytes the most the heap may grow to
 * @param mallocedBytes what V8 allocated for itself
 */
public record NodeMemory(
        String input,
        OptionalLong rssBytes,
        OptionalLong heapTotalBytes,
        OptionalLong heapUsedBytes,
        OptionalLong externalBytes,
        OptionalLong arrayBufferBytes,
        OptionalLong physicalBytes,
        OptionalLong limitBytes,
        OptionalLong mallocedBytes) {
    boolean isEmpty() {
        return rssBytes.isEmpty() && heapTotalBytes.isEmpty() && physicalBytes.isEmpty();
    }
}
