package dev.offheap.classifiers.owner;

import dev.offheap.classifiers.catalog.Library;
import dev.offheap.classifiers.catalog.MemoryRule;
import dev.offheap.classifiers.formula.HeapRef;
import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.HeapType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One memory rule of one library, applied to a dump. */
record CarrierRule(Library library, MemoryRule rule, List<HeapType> types, HeapGraph graph) {
    static List<CarrierRule> all(List<Library> libraries, LibraryCopies copies, HeapGraph graph) {
        List<CarrierRule> all = new ArrayList<>();
        for (Library library : libraries) {
            for (MemoryRule rule : library.memory()) {
                List<HeapType> types = copies.family(library, rule.type());
                if (!types.isEmpty()) {
                    all.add(new CarrierRule(library, rule, types, graph));
                }
            }
        }
        return all;
    }

    /** Every object that carries memory by this rule. */
    void forEachCarrier(Consumer<HeapRef> visitor) {
        for (HeapType type : types) {
            graph.instancesOf(type.index()).forEach(id -> {
                HeapRef carrier = new HeapRef(graph, id);
                if (rule.where().map(where -> where.holds(carrier)).orElse(true)) {
                    visitor.accept(carrier);
                }
            });
        }
    }

    /** The direct buffers that a carrier owns by this rule. */
    List<Integer> buffersOf(HeapRef carrier) {
        List<Integer> buffers = new ArrayList<>();
        Object value = rule.buffers().orElseThrow().evaluate(carrier);
        if (value instanceof HeapRef ref) {
            buffers.add(ref.id());
        } else if (value instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof HeapRef ref) {
                    buffers.add(ref.id());
                }
            }
        }
        return buffers;
    }

    /** The object whose holder uses the carrier's memory. */
    int holderOf(HeapRef carrier) {
        return rule.heldBy()
                .map(path -> path.evaluate(carrier))
                .filter(HeapRef.class::isInstance)
                .map(ref -> ((HeapRef) ref).id())
                .orElse(carrier.id());
    }

    /** How the report calls this way of holding memory; a relocated copy is told apart from the library itself. */
    String pattern(HeapRef carrier) {
        return copyOf(carrier)
                .map(copy -> rule.pattern() + " of the copy in " + copy)
                .orElse(rule.pattern());
    }

    /** Package under which the carrier's copy of the library was relocated; empty for the library itself. */
    private Optional<String> copyOf(HeapRef carrier) {
        if (library.relocatable().isEmpty()) {
            return Optional.empty();
        }
        for (int t = carrier.type().index();
                t != HeapGraph.NONE;
                t = graph.types().get(t).superType()) {
            String name = graph.types().get(t).name();
            if (name.endsWith("." + rule.type())) {
                String prefix = name.substring(0, name.length() - rule.type().length() - 1);
                return library.isOwnPrefix(prefix) ? Optional.empty() : Optional.of(prefix);
            }
        }
        return Optional.empty();
    }

    /** The owner that the rule names, or empty when whoever holds the carrier is to own it. */
    Optional<String> owner() {
        return rule.owner() == MemoryRule.OwnedBy.LIBRARY ? Optional.of(library.id()) : Optional.empty();
    }
}
