package dev.offheap.parser;

import dev.offheap.parser.graph.HeapGraph;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that the files say of one process. Holds the heap graph open until it is closed.
 *
 * @param runtime what kind of process it was
 * @param inputs every file that was passed, read or not, in a stable order
 * @param heap the heap dump
 * @param captures what the other files say
 * @param warnings what is missing or doubtful
 */
public record Evidence(
        RuntimeKind runtime,
        List<InputFile> inputs,
        Optional<HeapGraph> heap,
        Captures captures,
        List<Warning> warnings)
        implements AutoCloseable {
    public Evidence {
        inputs = List.copyOf(inputs);
        warnings = List.copyOf(warnings);
    }

    /** Evidence of a heap dump alone. */
    public Evidence(RuntimeKind runtime, List<InputFile> inputs, Optional<HeapGraph> heap, List<Warning> warnings) {
        this(runtime, inputs, heap, Captures.NONE, warnings);
    }

    /** When the evidence was taken, from the files themselves. */
    public Optional<Instant> capturedAt() {
        return captures.capturedAt()
                .or(() -> heap.flatMap(graph -> graph.facts().dumpedAt()));
    }

    @Override
    public void close() {
        heap.ifPresent(HeapGraph::close);
    }
}
