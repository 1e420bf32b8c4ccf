package dev.offheap.parser.temporary;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * The end of the process, by an interrupt or on its own. Temporary files go; from then on none is made, and whoever wants
 * one, or has something to say, waits for the end: messages about files that were taken away would mislead.
 */
public final class Shutdown {
    private static final Object LOCK = new Object();
    private static final Set<Runnable> REMOVALS = new HashSet<>();
    private static volatile boolean begun;

    static {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(Shutdown::end, "offheap-clear-temporary-files"));
        } catch (IllegalStateException late) {
            begun = true;
        }
    }

    private Shutdown() {}

    /** Something that must not be half done when the process ends. */
    interface Step<T> {
        T take() throws IOException;
    }

    /** Takes a step while the process does not end; does not return when it ends already. */
    static <T> T before(Step<T> step) throws IOException {
        synchronized (LOCK) {
            if (!begun) {
                return step.take();
            }
        }
        return waitForTheEnd();
    }

    /** Called within a step: what is to be removed when the process ends. */
    static void add(Runnable removal) {
        REMOVALS.add(removal);
    }

    /** Called within a step: it has been removed, or is no longer temporary. */
    static void remove(Runnable removal) {
        REMOVALS.remove(removal);
    }

    /** Returns at once, unless the process is ending; then not at all. */
    public static void passUnlessBegun() {
        if (begun) {
            waitForTheEnd();
        }
    }

    private static void end() {
        synchronized (LOCK) {
            begun = true;
            REMOVALS.forEach(Runnable::run);
        }
    }

    private static <T> T waitForTheEnd() {
        while (true) {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException notTheEndYet) {
                continue;
            }
        }
    }
}
