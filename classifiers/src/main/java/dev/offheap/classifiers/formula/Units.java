package dev.offheap.classifiers.formula;

import java.util.Map;

/** Names of sizes that formulas may use. */
final class Units {
    static final Map<String, Long> BYTES = Map.of("KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);

    private Units() {}
}
