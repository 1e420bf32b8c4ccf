package dev.offheap.classifiers.owner.v8;

import dev.offheap.parser.v8.NodeKind;
import dev.offheap.parser.v8.V8Heap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One snapshot, searched. */
final class Isolate {
    private static final Pattern CACHE_SIZE =
            Pattern.compile("(?i)\\s*(?:pragma\\s+)?cache_size\\s*=\\s*(-?\\d{1,9})\\D*");

    /** SQLite's page where nothing else is set. */
    private static final long PAGE = 4096;

    private final V8Heap heap;
    private final EdgeNames names;
    private final HolderTree holders;
    private final HolderTree applications;
    private final boolean main;
    private final long cacheLimitBytes;

    Isolate(V8Heap heap, Labels labels, Bundles bundles) {
        this.heap = heap;
        names = new EdgeNames(heap);
        char[] own = new Labelling(heap, names, labels, bundles).own();
        holders = new HolderTree(heap, names, own, label -> true, false);
        applications = new HolderTree(heap, names, own, label -> labels.isApplication((char) label), true);
        main = Snapshots.isMain(heap);
        cacheLimitBytes = largestCache();
    }

    V8Heap heap() {
        return heap;
    }

    EdgeNames names() {
        return names;
    }

    HolderTree holders() {
        return holders;
    }

    /** Which script of the application leads to a node, through packages or not. */
    char application(int node) {
        return applications.label(node);
    }

    /** Whether it is that of the main thread. */
    boolean isMain() {
        return main;
    }

    /** Shallow bytes of all objects on V8's own heap. */
    long heapBytes() {
        long bytes = 0;
        for (int node = 0; node < heap.nodeCount(); node++) {
            bytes += heap.kind(node) == NodeKind.NATIVE || heap.kind(node) == NodeKind.SYNTHETIC
                    ? 0
                    : heap.selfBytes(node);
        }
        return bytes;
    }

    /** The largest page cache that a pragma among the program's strings sets, in bytes; 0 when there is none. */
    long cacheLimitBytes() {
        return cacheLimitBytes;
    }

    private long largestCache() {
        long largest = 0;
        for (int node = 0; node < heap.nodeCount(); node++) {
            if (heap.kind(node) == NodeKind.STRING && !heap.name(node).isEmpty()) {
                Matcher pragma = CACHE_SIZE.matcher(heap.name(node));
                if (pragma.matches()) {
                    long size = Long.parseLong(pragma.group(1));
                    largest = Math.max(largest, size < 0 ? -size * 1024 : size * PAGE);
                }
            }
        }
        return largest;
    }
}
