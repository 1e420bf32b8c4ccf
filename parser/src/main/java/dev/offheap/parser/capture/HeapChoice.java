package dev.offheap.parser.capture;

import dev.offheap.parser.InputException;
import dev.offheap.parser.InputFile;
import dev.offheap.parser.Limits;
import dev.offheap.parser.Stamps;
import dev.offheap.parser.Warning;
import dev.offheap.parser.graph.HeapGraph;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Several dumps may lie in a folder: the one that was written last is read, the others are listed. */
final class HeapChoice {
    private final Stamps stamps;
    private final Limits limits;
    private final List<Candidate> candidates = new ArrayList<>();

    /** @param stamps of the files, taken before they were opened */
    HeapChoice(Stamps stamps, Limits limits) {
        this.stamps = stamps;
        this.limits = limits;
    }

    private record Candidate(
            InputPaths.Found found, int index, long writtenAt, CompletableFuture<Optional<Identity>> identity) {}

    /** Size and digest of a file as it lies on disk. */
    private record Identity(long bytes, String sha256) {}

    /**
     * Adds a dump, and begins to take its digest: that reads the whole file, so it goes on while the dump is opened.
     *
     * @param index of its line in the list of inputs
     * @param head the beginning of the dump, unpacked
     */
    void add(InputPaths.Found found, int index, byte[] head) {
        candidates.add(
                new Candidate(found, index, writtenAt(head), CompletableFuture.supplyAsync(() -> identity(found))));
    }

    private Optional<Identity> identity(InputPaths.Found found) {
        try (OpenFile file = new OpenFile(found.path(), limits)) {
            file.drain();
            return Optional.of(new Identity(file.bytes(), file.digest()));
        } catch (IOException unreadable) {
            return Optional.empty(); // whoever opens the dump says why
        }
    }

    /** Notes size and digest of every dump in its line; waits for them. */
    void identify(List<InputFile> inputs) {
        for (Candidate dump : candidates) {
            dump.identity().join().ifPresent(identity -> {
                InputFile old = inputs.get(dump.index());
                inputs.set(
                        dump.index(),
                        new InputFile(
                                old.name(),
                                old.kind(),
                                identity.bytes(),
                                Optional.of(identity.sha256()),
                                old.status(),
                                old.note()));
            });
        }
    }

    /** Opens the latest dump and notes in its line, and those of the others, what became of them. */
    Optional<HeapGraph> open(HeapReader reader, List<InputFile> inputs, List<Warning> warnings) {
        Optional<Candidate> latest = candidates.stream().max(Comparator.comparingLong(Candidate::writtenAt));
        for (Candidate other : candidates) {
            if (other != latest.orElseThrow()) {
                String why = "only the heap dump that was written last is read: "
                        + latest.get().found().name();
                warnings.add(Warning.of("several-heap-dumps", why, other.found().name()));
                replace(inputs, other, InputFile.Status.IGNORED, why);
            }
        }
        return latest.flatMap(dump -> open(reader, dump, inputs, warnings));
    }

    private Optional<HeapGraph> open(
            HeapReader reader, Candidate dump, List<InputFile> inputs, List<Warning> warnings) {
        String name = dump.found().name();
        try {
            HeapGraph graph = openUnchanged(reader, dump.found());
            warnings.addAll(graph.warnings());
            if (!graph.facts().complete()) {
                String why = graph.warnings().stream()
                        .map(Warning::message)
                        .findFirst()
                        .orElse("the heap dump ends before its last record: what is missing counts for nobody");
                replace(inputs, dump, InputFile.Status.PARTIAL, why);
            }
            return Optional.of(graph);
        } catch (InputException e) {
            warnings.add(Warning.of("unreadable-dump", e.reason(), name));
            replace(inputs, dump, InputFile.Status.FAILED, e.reason());
            return Optional.empty();
        }
    }

    /** Half of a dump before a change and half after it would make figures that look right. */
    private HeapGraph openUnchanged(HeapReader reader, InputPaths.Found dump) throws InputException {
        HeapGraph graph = null;
        try {
            graph = reader.open(dump.path(), dump.name());
        } catch (InputException | RuntimeException e) {
            requireUnchanged(dump.name());
            throw e;
        }
        try {
            requireUnchanged(dump.name());
            return graph;
        } catch (InputException changed) {
            graph.close();
            throw changed;
        }
    }

    private void requireUnchanged(String name) throws InputException {
        Optional<String> change = stamps.change(name);
        if (change.isPresent()) {
            throw new InputException(name, "", change.get());
        }
    }

    private static void replace(List<InputFile> inputs, Candidate dump, InputFile.Status status, String note) {
        InputFile old = inputs.get(dump.index());
        inputs.set(
                dump.index(),
                new InputFile(old.name(), old.kind(), old.bytes(), old.sha256(), status, Optional.of(note)));
    }

    /** The time in the header: name, a zero, the size of an identifier in four bytes, milliseconds in eight. */
    private static long writtenAt(byte[] head) {
        for (int end = 0; end + 13 <= Math.min(head.length, 64); end++) {
            if (head[end] == 0) {
                return ByteBuffer.wrap(head, end + 5, 8).getLong();
            }
        }
        return Long.MIN_VALUE;
    }
}
