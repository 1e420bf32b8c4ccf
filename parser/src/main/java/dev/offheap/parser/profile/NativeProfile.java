package dev.offheap.parser.profile;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Memory allocated and not freed, by the library that asked for it; bytes.
 *
 * @param tool that measured it
 * @param exact false when figures are estimated from samples, or allocations before the profile began are missing
 * @param libraries by base name; {@link #JVM} is what the JVM allocated itself, {@link #UNKNOWN} has no library in
 *     its stack
 */
public record NativeProfile(String input, String tool, boolean exact, Map<String, Long> libraries) {
    public static final String JVM = "libjvm.so";
    public static final String UNKNOWN = "unknown";

    public NativeProfile {
        libraries = Collections.unmodifiableMap(new TreeMap<>(libraries));
    }

    /** Bytes of all but the JVM itself. */
    public long jniBytes() {
        return libraries.entrySet().stream()
                .filter(e -> !e.getKey().equals(JVM))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
