package dev.offheap.parser.node;

import dev.offheap.parser.v8.SourceMap;
import dev.offheap.parser.v8.V8Heap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What the files say of a Node.js process; each list in the order of the inputs.
 *
 * @param snapshots one for each isolate
 * @param reports diagnostic reports
 * @param memories what the process said of its memory
 * @param projects what is installed
 * @param maps from bundled scripts to their sources
 */
public record NodeCaptures(
        List<V8Heap> snapshots,
        List<NodeReport> reports,
        List<NodeMemory> memories,
        List<Project> projects,
        List<SourceMap> maps) {
    public static final NodeCaptures NONE = new NodeCaptures(List.of(), List.of(), List.of(), List.of(), List.of());

    public NodeCaptures {
        snapshots = List.copyOf(snapshots);
        reports = List.copyOf(reports);
        memories = List.copyOf(memories);
        projects = List.copyOf(projects);
        maps = List.copyOf(maps);
    }

    public boolean isEmpty() {
        return snapshots.isEmpty() && reports.isEmpty() && memories.isEmpty() && projects.isEmpty();
    }

    /** The version of Node.js, where a file has it. */
    public Optional<String> version() {
        return reports.stream().flatMap(report -> report.version().stream()).findFirst();
    }

    /** The process id, where a file has it. */
    public OptionalLong pid() {
        return reports.stream().flatMapToLong(report -> report.pid().stream()).findFirst();
    }

    /** When the files were taken, where one says so. */
    public Optional<Instant> capturedAt() {
        return reports.stream().flatMap(report -> report.time().stream()).max(Instant::compareTo);
    }

    /** Resident bytes of the process as it told them. */
    public OptionalLong rssBytes() {
        return Stream.concat(
                        memories.stream().map(NodeMemory::rssBytes),
                        reports.stream().map(NodeReport::rssBytes))
                .flatMapToLong(OptionalLong::stream)
                .findFirst();
    }
}
