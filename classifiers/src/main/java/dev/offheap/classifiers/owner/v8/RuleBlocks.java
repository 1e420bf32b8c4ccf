package dev.offheap.classifiers.owner.v8;

import dev.offheap.classifiers.Basis;
import dev.offheap.classifiers.catalog.Library;
import dev.offheap.classifiers.catalog.MemoryRule;
import dev.offheap.classifiers.owner.NativeBlock;
import dev.offheap.parser.v8.NodeKind;
import dev.offheap.parser.v8.V8Heap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Native memory that a snapshot counts and does not size: known costs of objects, from the catalog. */
final class RuleBlocks {
    private final Map<String, List<Rule>> byName = new HashMap<>();
    private final Labels labels;
    private final long nodeMajor;

    private record Rule(Library library, MemoryRule memory) {}

    /** @param nodeMajor release line of Node.js; 0 when it is not known */
    RuleBlocks(List<Library> libraries, Labels labels, long nodeMajor) {
        this.labels = labels;
        this.nodeMajor = nodeMajor;
        for (Library library : libraries) {
            for (MemoryRule rule : library.memory()) {
                byName.computeIfAbsent(rule.type(), name -> new ArrayList<>()).add(new Rule(library, rule));
            }
        }
    }

    List<V8Block> blocks(Isolate isolate) {
        V8Heap heap = isolate.heap();
        List<V8Block> blocks = new ArrayList<>();
        for (int node = 0; node < heap.nodeCount(); node++) {
            NodeKind kind = heap.kind(node);
            if (kind == NodeKind.OBJECT || kind == NodeKind.NATIVE || kind == NodeKind.SYNTHETIC) {
                for (Rule rule : byName.getOrDefault(heap.name(node), List.of())) {
                    V8Names names = names(isolate, node);
                    if (rule.memory.where().map(where -> where.holds(names)).orElse(true)) {
                        blocks.add(block(rule, isolate, node, names));
                    }
                }
            }
        }
        return blocks;
    }

    private V8Names names(Isolate isolate, int node) {
        char label = isolate.holders().label(node);
        Map<String, Object> names = new HashMap<>();
        names.put("selfBytes", isolate.heap().selfBytes(node));
        names.put("nodeMajor", nodeMajor);
        names.put("cacheLimitBytes", isolate.cacheLimitBytes());
        names.put(
                "package",
                label == Labels.NONE
                        ? ""
                        : labels.get(label).copy().map(PackageCopy::name).orElse(""));
        return new V8Names(isolate.heap(), node, names);
    }

    private static V8Block block(Rule rule, Isolate isolate, int node, V8Names names) {
        MemoryRule memory = rule.memory;
        long low = 0;
        long typical = 0;
        long high = 0;
        Basis basis = Basis.INVENTORY;
        if (memory.bytes().isPresent()) {
            typical = Math.max(0, memory.bytes().get().number(names));
            low = typical;
            high = typical;
            basis = Basis.MEASURED;
        } else if (memory.model().isPresent()) {
            high = Math.max(0, memory.model().get().high().number(names));
            typical = Math.min(high, Math.max(0, memory.model().get().typical().number(names)));
            low = Math.min(typical, Math.max(0, memory.model().get().low().number(names)));
            basis = Basis.MODELLED;
        } else if (memory.limit().isPresent()) {
            high = Math.max(0, memory.limit().get().number(names));
            basis = Basis.BOUNDED;
        }
        Optional<String> owner =
                memory.owner() == MemoryRule.OwnedBy.LIBRARY ? Optional.of(rule.library.id()) : Optional.empty();
        return new V8Block(
                isolate,
                node,
                memory.pattern(),
                isolate.heap().name(node),
                new NativeBlock(
                        node,
                        node,
                        owner,
                        Optional.of(memory.pattern()),
                        false,
                        low,
                        typical,
                        high,
                        OptionalLong.empty(),
                        basis,
                        memory.space()),
                V8Block.Kind.RULE);
    }
}
