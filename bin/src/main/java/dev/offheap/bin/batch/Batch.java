package dev.offheap.bin.batch;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Works on incidents, several at once within memory. What goes wrong with one stays with it. */
public final class Batch {
    private final MemoryGate gate;
    private final int jobs;

    /**
     * @param jobs most incidents at once
     * @param heapBytes that all of them together may take, by estimate
     */
    public Batch(int jobs, long heapBytes) {
        this.jobs = jobs;
        gate = new MemoryGate(heapBytes);
    }

    /**
     * Works on all; returns when the last is done.
     *
     * @param work must handle its own faults
     * @throws InterruptedException when it was stopped; what is under way is given up
     */
    public void run(List<Incident> incidents, Consumer<Incident> work) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(jobs);
        Iterator<Incident> queue = incidents.iterator();
        for (int i = 0; i < jobs; i++) {
            workers.execute(() -> workOff(queue, work));
        }
        workers.shutdown();
        try {
            while (!workers.awaitTermination(1, TimeUnit.HOURS)) {
                // A large dump may take longer than this; it says itself how far it is.
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private void workOff(Iterator<Incident> queue, Consumer<Incident> work) {
        try {
            for (Incident incident = next(queue); incident != null; incident = next(queue)) {
                int room = gate.enter(incident);
                try {
                    work.accept(incident);
                } finally {
                    gate.leave(room);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Incident next(Iterator<Incident> queue) {
        synchronized (queue) {
            return queue.hasNext() ? queue.next() : null;
        }
    }
}
