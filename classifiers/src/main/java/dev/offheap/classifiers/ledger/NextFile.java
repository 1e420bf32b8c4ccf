package dev.offheap.classifiers.ledger;

import dev.offheap.parser.Captures;
import dev.offheap.parser.Warning;
import java.util.List;

/** Which file, of those that are missing, would narrow the residual most. */
final class NextFile {
    private NextFile() {}

    static void warn(Captures captures, BestCaptures best, List<Warning> warnings) {
        String next = next(captures, best);
        if (!next.isEmpty()) {
            warnings.add(Warning.of("narrow-residual", next));
        }
    }

    private static String next(Captures captures, BestCaptures best) {
        if (best.map().isEmpty()) {
            return "a copy of /proc/PID/smaps would narrow the ledger most: it alone tells what is resident";
        }
        boolean mapped =
                captures.systemMaps().stream().anyMatch(m -> !m.regions().isEmpty());
        if (best.nmt().isEmpty() && mapped) {
            return "jcmd PID VM.native_memory summary scale=B would narrow the ledger most: it divides what the JVM allocated";
        }
        if (best.nmt().isEmpty()) {
            return "native memory tracking would narrow the residual most: start the JVM with"
                    + " -XX:NativeMemoryTracking=summary and save jcmd PID VM.native_memory summary scale=B";
        }
        boolean located = best.nmt().get().hasMap() || mapped;
        if (best.allocator().isEmpty()) {
            return BestCaptures.otherAllocator(captures).isPresent()
                    ? "statistics of the allocator in use would narrow the ledger most: its own totals and profile"
                    : "jcmd PID VM.info would narrow the ledger most (JDK 11.0.16, 17.0.7 and later, with glibc): it has the"
                            + " total of all that was allocated, which tells JNI libraries from free memory";
        }
        return located
                ? ""
                : "jcmd PID VM.native_memory detail scale=B (start with -XX:NativeMemoryTracking=detail) or System.map would"
                        + " narrow the residual most: it tells which mappings are the JVM's";
    }
}
