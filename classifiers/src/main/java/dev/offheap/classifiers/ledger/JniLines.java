package dev.offheap.classifiers.ledger;

import dev.offheap.classifiers.Basis;
import dev.offheap.classifiers.DumpShare;
import dev.offheap.parser.profile.NativeProfile;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What JNI libraries hold, library by library: as a profile measured it, or without one as the heap dump lets expect.
 * What is left of the measured total stays without a name; where the parts are more than it, all are scaled down.
 */
final class JniLines {
    /** Libraries below this share of the total are left to the rest. */
    private static final double SMALL = 0.002;

    private final Lines lines;
    private final Optional<NativeProfile> profile;
    private final DumpShare dump;

    JniLines(Lines lines, Optional<NativeProfile> profile, DumpShare dump) {
        this.lines = lines;
        this.profile = profile;
        this.dump = dump;
    }

    /** Whether nothing tells one library from another. */
    boolean isEmpty() {
        return profile.isEmpty() && dump.jni().isEmpty();
    }

    /**
     * Adds a line for each library.
     *
     * @param parent id of the line that they are parts of
     * @param measured bytes that they can have together
     * @return bytes that they got
     */
    long add(String parent, long measured) {
        Map<String, Part> parts = profile.map(JniLines::measuredParts).orElseGet(this::modelledParts);
        double expected = parts.values().stream().mapToDouble(Part::bytes).sum();
        double scale = expected > measured ? measured / expected : 1;
        long sum = 0;
        for (Map.Entry<String, Part> entry : parts.entrySet()) {
            Part part = entry.getValue();
            long bytes = (long) (part.bytes() * scale);
            if (bytes >= measured * SMALL) {
                lines.leaf(parent + "." + entry.getKey(), parent, part.label(), bytes, part.basis(), part.source());
                sum += bytes;
            }
        }
        return sum;
    }

    private static Map<String, Part> measuredParts(NativeProfile profile) {
        Map<String, Part> parts = new TreeMap<>();
        profile.libraries().forEach((library, bytes) -> {
            if (!library.equals(NativeProfile.JVM) && !library.equals(NativeProfile.UNKNOWN)) {
                Basis basis = profile.exact() ? Basis.MEASURED : Basis.MODELLED;
                parts.put(library, new Part(library, bytes, basis, profile.tool()));
            }
        });
        return parts;
    }

    private Map<String, Part> modelledParts() {
        Map<String, Part> parts = new TreeMap<>();
        dump.jni()
                .forEach((owner, modelled) ->
                        parts.put(owner, new Part(modelled.name(), modelled.typical(), Basis.MODELLED, "heap-dump")));
        return parts;
    }

    private record Part(String label, long bytes, Basis basis, String source) {}
}
