package dev.offheap.parser.mat;

import dev.offheap.parser.graph.Progress;
import java.util.concurrent.CancellationException;
import org.eclipse.mat.util.VoidProgressListener;

/**
 * Passes on how far MAT has come, and keeps its messages to itself. MAT counts each of its five tasks anew, so the
 * share is that of tasks begun.
 */
final class MatProgress extends VoidProgressListener {
    private static final int TASKS = 5;

    private final Progress progress;
    private int begun;

    MatProgress(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void beginTask(String name, int totalWork) {
        tell(Math.min(begun++, TASKS) / (double) TASKS);
    }

    @Override
    public boolean isCanceled() {
        tell(Math.min(begun, TASKS) / (double) TASKS);
        return super.isCanceled();
    }

    private void tell(double share) {
        try {
            progress.done(share);
        } catch (CancellationException wanted) {
            setCanceled(true);
        }
    }
}
