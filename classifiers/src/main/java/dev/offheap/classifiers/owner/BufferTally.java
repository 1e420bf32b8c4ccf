package dev.offheap.classifiers.owner;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many buffers of each kind a dump has, and their bytes: shows what was counted and what was not, and why. */
final class BufferTally {
    /** One kind with its count and bytes. */
    record Row(BufferKind kind, long objects, long bytes) {}

    private final Map<BufferKind, long[]> sums = new EnumMap<>(BufferKind.class);

    void add(BufferKind kind, long bytes) {
        long[] sum = sums.computeIfAbsent(kind, k -> new long[2]);
        sum[0]++;
        sum[1] += bytes;
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        sums.forEach((kind, sum) -> rows.add(new Row(kind, sum[0], sum[1])));
        return rows;
    }

    /** Number of buffers of any kind. */
    long objects() {
        return sums.values().stream().mapToLong(sum -> sum[0]).sum();
    }

    /** Capacity of all of them. */
    long bytes() {
        return sums.values().stream().mapToLong(sum -> sum[1]).sum();
    }
}
