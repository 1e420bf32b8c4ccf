package dev.offheap.parser.hotspot;

import java.util.List;

/** What {@code jcmd PID Compiler.codecache} says; sizes in bytes. */
public record CodeCache(String input, List<Segment> segments) {
    public CodeCache {
        segments = List.copyOf(segments);
    }

    /**
     * One of the heaps for compiled code.
     *
     * @param size reserved bytes
     * @param used bytes now
     * @param peakUsed the most bytes ever used
     */
    public record Segment(String name, long size, long used, long peakUsed) {}
}
