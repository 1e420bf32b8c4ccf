package dev.offheap.parser.hprof;

import dev.offheap.parser.graph.Progress;

/** Passes on what is more than before: a pass that has to be made again does not show. */
final class RisingProgress implements Progress {
    private final Progress progress;
    private double most;

    RisingProgress(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void done(double share) {
        most = Math.max(most, share);
        progress.done(most);
    }
}
