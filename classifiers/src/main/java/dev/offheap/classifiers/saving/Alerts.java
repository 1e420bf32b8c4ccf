package dev.offheap.classifiers.saving;

import dev.offheap.classifiers.Alert;
import dev.offheap.classifiers.BufferCount;
import dev.offheap.classifiers.Memory;
import dev.offheap.classifiers.Sizes;
import dev.offheap.classifiers.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Thresholds for monitoring that follow from the figures of one process. */
public final class Alerts {
    /** Head room over what the process needs once the sure savings are in: normal load goes up and down by about this. */
    private static final double HEAD_ROOM = 1.15;

    /** Rounded up to whole MiB, so that the figure can be typed into a rule. */
    private static final long STEP = 1L << 20;

    private Alerts() {}

    public static List<Alert> of(Memory memory, Totals totals, List<BufferCount> buffers) {
        List<Alert> alerts = new ArrayList<>();
        memory.rssBytes().ifPresent(rss -> {
            long needed = rss - totals.saving().lowBytes();
            alerts.add(new Alert(
                    "process resident set size",
                    threshold(needed),
                    Sizes.text(rss) + " now, less the "
                            + Sizes.text(totals.saving().lowBytes()) + " that surely go, plus 15 % head room"));
        });
        long direct = buffers.stream()
                .filter(BufferCount::counted)
                .mapToLong(BufferCount::bytes)
                .sum();
        if (direct > 0) {
            alerts.add(new Alert(
                    "direct buffer memory (java.nio:type=BufferPool,name=direct, MemoryUsed)",
                    threshold(direct),
                    Sizes.text(direct) + " in the dump, plus 15 % head room"));
        }
        return alerts;
    }

    /**
     * The alerts of a Node.js process.
     *
     * @param external what {@code process.memoryUsage().external} counts
     */
    public static List<Alert> ofNode(Memory memory, Totals totals, OptionalLong external) {
        List<Alert> alerts = new ArrayList<>(of(memory, totals, List.of()));
        external.ifPresent(bytes -> alerts.add(new Alert(
                "external memory (process.memoryUsage().external)",
                threshold(bytes),
                Sizes.text(bytes) + " now, plus 15 % head room; what zlib and addons hold is not in it")));
        return alerts;
    }

    private static long threshold(long bytes) {
        return (long) Math.ceil(bytes * HEAD_ROOM / STEP) * STEP;
    }
}
