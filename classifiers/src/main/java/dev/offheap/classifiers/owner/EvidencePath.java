package dev.offheap.classifiers.owner;

import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.HeapObject;
import dev.offheap.parser.graph.HeapType;
import dev.offheap.parser.graph.ValueKind;
import java.util.ArrayList;
import java.util.List;

/** A path of objects in words: each step names the class and the field that leads to the next. */
final class EvidencePath {
    private static final int LONGEST_SHOWN = 12;

    private final TypeNames types;
    private final HeapGraph graph;

    EvidencePath(TypeNames types) {
        this.types = types;
        graph = types.graph();
    }

    /** One line per object from holder to held; the middle of a long path (a linked list) is left out and counted. */
    List<String> describe(List<Integer> path) {
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            if (path.size() > LONGEST_SHOWN && i == LONGEST_SHOWN / 2) {
                int skipped = path.size() - LONGEST_SHOWN;
                steps.add("(" + skipped + " more objects)");
                i += skipped;
            }
            steps.add(i + 1 < path.size() ? step(path.get(i), path.get(i + 1)) : name(path.get(i)));
        }
        return steps;
    }

    private String step(int from, int to) {
        HeapType denoted = types.denotedBy(from);
        if (denoted != null) {
            return denoted.statics().stream()
                    .filter(field -> field.kind() == ValueKind.REFERENCE && field.bits() == to)
                    .map(field -> "static " + denoted.name() + "." + field.name())
                    .findFirst()
                    .orElse(name(from));
        }
        HeapObject object = graph.object(from);
        for (HeapType.Field field : object.type().fields()) {
            if (field.kind() == ValueKind.REFERENCE && object.reference(field.name()) == to) {
                return name(from) + "." + field.name();
            }
        }
        return name(from);
    }

    private String name(int object) {
        HeapType denoted = types.denotedBy(object);
        return denoted != null
                ? "class " + denoted.name()
                : graph.types().get(graph.typeOf(object)).name();
    }
}
