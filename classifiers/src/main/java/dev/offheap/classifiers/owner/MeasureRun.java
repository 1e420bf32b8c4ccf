package dev.offheap.classifiers.owner;

import dev.offheap.classifiers.catalog.Measure;
import dev.offheap.classifiers.formula.HeapRef;
import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.HeapType;
import java.util.List;
import java.util.stream.IntStream;

/** Works out one measure over the objects of some types. */
record MeasureRun(HeapGraph graph, Reachability alive, List<HeapType> types) {
    long value(Measure measure) {
        long[] value = {0};
        for (HeapType type : types) {
            objects(type, measure)
                    .filter(id -> reachMatches(measure.reach(), id))
                    .mapToObj(id -> new HeapRef(graph, id))
                    .filter(object ->
                            measure.where().map(where -> where.holds(object)).orElse(true))
                    .forEach(object -> value[0] = next(measure, value[0], object));
        }
        return value[0];
    }

    private IntStream objects(HeapType type, Measure measure) {
        if (!measure.statics()) {
            return graph.instancesOf(type.index());
        }
        return type.classObject() == HeapGraph.NONE ? IntStream.empty() : IntStream.of(type.classObject());
    }

    private static long next(Measure measure, long value, HeapRef object) {
        if (measure.max().isPresent()) {
            return Math.max(value, measure.max().get().number(object));
        }
        return value + measure.sum().map(sum -> sum.number(object)).orElse(1L);
    }

    private boolean reachMatches(Measure.Reach reach, int object) {
        return switch (reach) {
            case ANY -> true;
            case REACHABLE -> !alive.known() || alive.reachable(object);
            case UNREACHABLE -> alive.known() && !alive.reachable(object);
        };
    }
}
