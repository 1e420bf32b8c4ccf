package dev.offheap.parser.node;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A diagnostic report ({@code process.report}, {@code --report-on-fatalerror}).
 *
 * @param input name of the file
 * @param version of Node.js, without the leading v
 * @param pid of the process
 * @param time when it was written
 * @param trigger why, in Node's word: {@code FatalError}, {@code OOMError}, {@code Signal}, {@code GetReport}, ...
 * @param rssBytes resident size of the process
 * @param main heap of the main isolate
 * @param workers heaps of worker threads
 * @param sharedObjects native files that are loaded, with their paths
 */
public record NodeReport(
        String input,
        Optional<String> version,
        OptionalLong pid,
        Optional<Instant> time,
        String trigger,
        OptionalLong rssBytes,
        Optional<IsolateHeap> main,
        List<IsolateHeap> workers,
        List<String> sharedObjects) {
    public NodeReport {
        workers = List.copyOf(workers);
        sharedObjects = List.copyOf(sharedObjects);
    }
}
