package dev.offheap.parser.hotspot;

import dev.offheap.parser.profile.NativeProfile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a flight recording says of memory; bytes.
 *
 * @param pid of the process
 * @param jdkVersion as the recording names it
 * @param end time of the last event
 * @param rss resident size over time
 * @param peakRss the most that was ever resident
 * @param categories committed bytes over time by category of Native Memory Tracking (JDK 20 and later); thread stacks
 *     are a category of their own here
 * @param reserved reserved bytes at the end, by category
 * @param directBuffers capacity of direct buffers over time, as {@code java.nio} counts them
 * @param heapUsed bytes of the Java heap in use after the last collection
 * @param containerLimit most bytes the container may use
 * @param libraries base names of the native libraries that were loaded
 * @param profile who allocated natively, where async-profiler recorded it
 * @param profileCut whether there were too many allocations to follow all
 */
public record JfrMemory(
        String input,
        OptionalLong pid,
        Optional<String> jdkVersion,
        Optional<Instant> end,
        Optional<Series> rss,
        OptionalLong peakRss,
        Map<String, Series> categories,
        Map<String, Long> reserved,
        Optional<Series> directBuffers,
        OptionalLong heapUsed,
        OptionalLong containerLimit,
        List<String> libraries,
        Optional<NativeProfile> profile,
        boolean profileCut) {
    public JfrMemory {
        categories = Map.copyOf(categories);
        reserved = Map.copyOf(reserved);
        libraries = List.copyOf(libraries);
    }

    /** A figure at the first and the last time that the recording has it. */
    public record Series(Instant firstAt, long first, Instant lastAt, long last) {
        /** Bytes added from first to last. */
        public long growth() {
            return last - first;
        }

        Series with(Instant at, long bytes) {
            if (at.isBefore(firstAt)) {
                return new Series(at, bytes, lastAt, last);
            }
            return at.isBefore(lastAt) ? this : new Series(firstAt, first, at, bytes);
        }

        static Series at(Instant at, long bytes) {
            return new Series(at, bytes, at, bytes);
        }
    }
}
