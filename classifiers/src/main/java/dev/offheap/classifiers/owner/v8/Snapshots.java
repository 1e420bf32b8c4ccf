package dev.offheap.classifiers.owner.v8;

import dev.offheap.parser.Warning;
import dev.offheap.parser.v8.EdgeKind;
import dev.offheap.parser.v8.V8Heap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The snapshots of one moment: one for each isolate. Of several of one isolate, taken one after the other, only the last
 * counts; otherwise the same memory would be counted twice.
 */
final class Snapshots {
    /** As Node.js names them: {@code Heap.20261123.083241.<pid>.<thread>.<number>.heapsnapshot}. */
    private static final Pattern GIVEN =
            Pattern.compile("(?:.*/)?Heap\\.\\d{8}\\.\\d{6}\\.(\\d+)\\.(\\d+)\\.\\d+\\.heapsnapshot(?:\\.gz)?");

    private static final String MAIN = "main";

    private final Map<String, V8Heap> latest = new LinkedHashMap<>();
    private final List<Warning> warnings = new ArrayList<>();

    /** @param heaps in the order of their names, which is that of time for names that Node.js gave */
    Snapshots(List<V8Heap> heaps) {
        for (V8Heap heap : heaps) {
            V8Heap earlier = latest.put(isolate(heap), heap);
            if (earlier != null) {
                warnings.add(Warning.of(
                        "several-snapshots",
                        "another snapshot of the same thread is there and comes last: " + heap.input()
                                + " counts, this one does not; compare two reports to see what grew",
                        earlier.input()));
            }
        }
    }

    private String isolate(V8Heap heap) {
        if (isMain(heap)) {
            return MAIN;
        }
        Matcher given = GIVEN.matcher(heap.input());
        return given.matches() ? "thread " + given.group(2) : "file " + heap.input();
    }

    List<V8Heap> latest() {
        return List.copyOf(latest.values());
    }

    List<Warning> warnings() {
        return warnings;
    }

    /** {@code worker_threads} exports {@code isMainThread}; where that is false, it is a worker's. */
    static boolean isMain(V8Heap heap) {
        int name = 0;
        while (name < heap.textCount() && !heap.text(name).equals("isMainThread")) {
            name++;
        }
        for (int edge = 0; edge < heap.edgeCount(); edge++) {
            if (heap.edgeText(edge) == name
                    && heap.edgeKind(edge) == EdgeKind.PROPERTY
                    && V8Names.truth(heap, heap.target(edge)) == Boolean.FALSE) {
                return false;
            }
        }
        return true;
    }
}
