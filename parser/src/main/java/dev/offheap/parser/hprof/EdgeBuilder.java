package dev.offheap.parser.hprof;

import dev.offheap.parser.graph.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs the second pass: threads take turns at stretches of the file. */
final class EdgeBuilder {
    private static final int BUFFER = 1 << 20;
    private static final long BATCH_BYTES = 16L << 20;
    private static final int MOST_THREADS = 8;
    private static final long TELL_EVERY_MILLIS = 100;
    /** With a lower object after every so many, the file has no order worth using. */
    private static final int SCATTERED = 64;

    private final DumpBytes dump;
    private final int identifierBytes;
    private final FirstPass found;
    private final AddressMap objects;
    private final TypeTable types;
    private final TypeIndexes typeOf;
    private final EdgePages near = new EdgePages();
    private final EdgePages far = new EdgePages();
    private final Map<Integer, byte[][]> large = new ConcurrentHashMap<>();
    private final Places places;
    private final int[] batches;
    private final AtomicInteger nextBatch = new AtomicInteger();
    private volatile boolean cancelled;
    private final int[] instances;
    private final ArrayGaps gaps = new ArrayGaps();
    private long references;
    private long missing;

    EdgeBuilder(
            DumpBytes dump,
            int identifierBytes,
            FirstPass found,
            AddressMap objects,
            TypeTable types,
            TypeIndexes typeOf) {
        this.dump = dump;
        this.identifierBytes = identifierBytes;
        this.found = found;
        this.objects = objects;
        this.types = types;
        this.typeOf = typeOf;
        this.instances = new int[types.count()];
        this.batches = batches(found.spans());
        boolean scattered = found.descents() > objects.count() / SCATTERED;
        boolean wide = MemoryNeed.edgeBytesAtMost(found) > 1L << Integer.SIZE;
        places = scattered ? new ScatteredPlaces(objects.count(), wide) : new GroupedPlaces(objects.count());
    }

    /** First span of each batch, and at the end their number. */
    private static int[] batches(Spans spans) {
        List<Integer> first = new ArrayList<>();
        long begin = Long.MIN_VALUE;
        for (int span = 0; span < spans.count(); span++) {
            if (first.isEmpty() || spans.to(span) - begin > BATCH_BYTES) {
                first.add(span);
                begin = spans.from(span);
            }
        }
        first.add(spans.count());
        return first.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Reads all stretches of the file. */
    EdgeStore build(Progress progress) throws IOException {
        boolean inOrder = found.duplicates() > 0; // the first of two wins, whichever thread is faster
        int threads = inOrder ? 1 : Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
        Optional<SeenObjects> seen = inOrder ? Optional.of(classObjects()) : Optional.empty();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<SecondPass>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(executor.submit(() -> work(seen)));
            }
            for (Future<SecondPass> each : running) {
                add(await(each, progress));
            }
        } finally {
            cancelled = true;
            executor.shutdownNow();
        }
        countClasses();
        return new EdgeStore(near, far, places, large);
    }

    private SeenObjects classObjects() {
        SeenObjects classes = new SeenObjects(objects.count());
        for (int type = 0; type < types.described(); type++) {
            classes.add(objects.objectAt(types.dump(type).address()));
        }
        return classes;
    }

    private SecondPass work(Optional<SeenObjects> seen) throws IOException {
        Cursor in = new Cursor(dump, identifierBytes, BUFFER);
        EdgeWriter edges = new EdgeWriter(near, far, places, large);
        SecondPass pass = new SecondPass(in, objects, types, typeOf, edges, seen);
        HeapParts parts = new HeapParts(in, pass);
        for (int batch = nextBatch.getAndIncrement(); batch < batches.length - 1; batch = nextBatch.getAndIncrement()) {
            for (int span = batches[batch]; span < batches[batch + 1] && !cancelled; span++) {
                in.seek(found.spans().from(span));
                edges.jump();
                long end = found.spans().to(span);
                while (in.position() < end) {
                    parts.next();
                }
            }
        }
        edges.finish();
        return pass;
    }

    private SecondPass await(Future<SecondPass> pass, Progress progress) throws IOException {
        while (true) {
            try {
                progress.done(Math.min(1, nextBatch.get() / (double) batches.length));
                return pass.get(TELL_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                continue;
            } catch (InterruptedException wanted) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            } catch (ExecutionException failure) {
                if (failure.getCause() instanceof IOException cause) {
                    throw cause;
                } else if (failure.getCause() instanceof Error cause) {
                    throw cause;
                }
                throw (RuntimeException) failure.getCause();
            }
        }
    }

    private void add(SecondPass pass) {
        for (int type = 0; type < instances.length; type++) {
            instances[type] += pass.instances()[type];
        }
        gaps.add(pass.gaps());
        references += pass.references();
        missing += pass.missing();
    }

    private void countClasses() {
        for (int type = 0; type < types.described(); type++) {
            int object = objects.objectAt(types.dump(type).address());
            typeOf.set(object, types.ofClasses());
            instances[types.ofClasses()]++;
        }
    }

    /** Number of objects by type. */
    int[] instances() {
        return instances;
    }

    /** What arrays show of the layout of objects. */
    ArrayGaps gaps() {
        return gaps;
    }

    /** References of all objects but classes, without nulls. */
    long references() {
        return references;
    }

    /** Those of them whose target the dump does not hold. */
    long missing() {
        return missing;
    }
}
