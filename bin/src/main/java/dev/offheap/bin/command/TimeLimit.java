package dev.offheap.bin.command;

import dev.offheap.bin.ExitCode;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Ends work that takes too long, whatever it is busy with: it is left to itself on a thread of its own, told to stop, and
 * no more waited for. What it has of temporary files goes at the latest with the process.
 */
final class TimeLimit {
    private TimeLimit() {}

    /**
     * The result of the work.
     *
     * @throws FailedException when it takes longer than that
     */
    static <T> T within(Duration time, Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread worker = new Thread(task, "offheap-analysis");
        worker.setDaemon(true);
        worker.start();
        try {
            return task.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new FailedException(
                    ExitCode.FAILED,
                    "not done after " + LimitsOption.minutes(time) + " minutes; give it more with --timeout");
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error fault) {
                throw fault;
            }
            throw (RuntimeException) e.getCause(); // a supplier throws nothing else
        }
    }
}
