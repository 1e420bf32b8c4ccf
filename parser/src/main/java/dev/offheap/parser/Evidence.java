package dev.offheap.parser;

import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.node.NodeCaptures;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * All that the files say of one process. Holds the heap graph open until it is closed.
 *
 * @param runtime what kind of process it was
 * @param inputs every file that was passed, read or not, in a stable order
 * @param heap the heap dump
 * @param captures what the other files say
 * @param node what the files of a Node.js process say
 * @param warnings what is missing or doubtful
 * @param stamps what the files were like before they were read
 */
public record Evidence(
        RuntimeKind runtime,
        List<InputFile> inputs,
        Optional<HeapGraph> heap,
        Captures captures,
        NodeCaptures node,
        List<Warning> warnings,
        Stamps stamps)
        implements AutoCloseable {
    public Evidence {
        inputs = List.copyOf(inputs);
        warnings = List.copyOf(warnings);
    }

    /** Evidence whose files nobody changes. */
    public Evidence(
            RuntimeKind runtime,
            List<InputFile> inputs,
            Optional<HeapGraph> heap,
            Captures captures,
            NodeCaptures node,
            List<Warning> warnings) {
        this(runtime, inputs, heap, captures, node, warnings, new Stamps());
    }

    /** Evidence of a JVM. */
    public Evidence(
            RuntimeKind runtime,
            List<InputFile> inputs,
            Optional<HeapGraph> heap,
            Captures captures,
            List<Warning> warnings) {
        this(runtime, inputs, heap, captures, NodeCaptures.NONE, warnings);
    }

    /** Evidence of a heap dump alone. */
    public Evidence(RuntimeKind runtime, List<InputFile> inputs, Optional<HeapGraph> heap, List<Warning> warnings) {
        this(runtime, inputs, heap, Captures.NONE, warnings);
    }

    /** When the evidence was taken, from the files themselves. */
    public Optional<Instant> capturedAt() {
        return captures.capturedAt()
                .or(node::capturedAt)
                .or(() -> heap.flatMap(graph -> graph.facts().dumpedAt()));
    }

    /** The process id, where a file has it. */
    public OptionalLong pid() {
        return captures.pid().isPresent() ? captures.pid() : node.pid();
    }

    /** The version of the JDK or of Node.js, where a file has it. */
    public Optional<String> runtimeVersion() {
        return captures.runtimeVersion().or(node::version);
    }

    /** What became of the heap dump since reading it began, and what to do; empty when it is as it was. */
    public Optional<String> heapChange() {
        return heap.isEmpty()
                ? Optional.empty()
                : inputs.stream()
                        .filter(input -> input.kind().equals("hprof"))
                        .flatMap(input ->
                                stamps.change(input.name()).map(change -> input.name() + ": " + change).stream())
                        .findFirst();
    }

    @Override
    public void close() {
        heap.ifPresent(HeapGraph::close);
    }
}
