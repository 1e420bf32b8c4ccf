package dev.offheap.parser.graph;

import java.util.concurrent.CancellationException;

/** Is told how far a long piece of work has come, and may end it. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress SILENT = share -> {};

    /**
     * Called from time to time, by one thread at a time, with values that never fall.
     *
     * @param share of the work that is done, from 0 to 1
     * @throws CancellationException to end the work; it is passed on after all temporary files are gone
     */
    void done(double share);
}
