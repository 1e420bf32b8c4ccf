package dev.offheap.parser.capture;

import dev.offheap.parser.Captures;
import dev.offheap.parser.Evidence;
import dev.offheap.parser.InputException;
import dev.offheap.parser.InputFile;
import dev.offheap.parser.InputFile.Status;
import dev.offheap.parser.Limits;
import dev.offheap.parser.RuntimeKind;
import dev.offheap.parser.Stamps;
import dev.offheap.parser.Warning;
import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.hotspot.JfrMemory;
import dev.offheap.parser.hotspot.JfrReader;
import dev.offheap.parser.node.NodeCaptures;
import dev.offheap.parser.node.Project;
import dev.offheap.parser.text.LineReader;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/** Reads the files of one incident into one {@link Evidence}. A bad file becomes a warning; the others still count. */
public final class EvidenceReader {
    private final Options options;
    private final List<InputFile> inputs = new ArrayList<>();
    private final CapturesBuilder captures = new CapturesBuilder();
    private final Stamps stamps = new Stamps();
    private final HeapChoice heaps;
    private final NodeFiles node = new NodeFiles();

    /**
     * How to read.
     *
     * @param heapReader opens heap dumps; without one they are listed and not read
     * @param limits what is read at most
     */
    public record Options(Optional<HeapReader> heapReader, Limits limits) {
        /** Texts only. */
        public static final Options TEXTS = new Options(Optional.empty(), Limits.USUAL);

        public static Options with(HeapReader heapReader) {
            return with(heapReader, Limits.USUAL);
        }

        public static Options with(HeapReader heapReader, Limits limits) {
            return new Options(Optional.of(heapReader), limits);
        }
    }

    private EvidenceReader(Options options) {
        this.options = options;
        this.heaps = new HeapChoice(stamps, options.limits());
    }

    /**
     * Reads files, and folders of one incident each.
     *
     * @param inputs in the order of the person; folders are read by name
     * @return evidence that must be closed; its inputs name every file, read or not
     */
    public static Evidence read(List<Path> inputs, Options options) {
        return new EvidenceReader(options).read(inputs);
    }

    private Evidence read(List<Path> passed) {
        InputPaths paths = InputPaths.of(passed, options.limits().files());
        if (paths.cut()) {
            captures.warnings.add(Warning.of(
                    "many-files",
                    "a folder holds more than " + options.limits().files()
                            + " files, the rest was not read; pass the folder of one incident, or --max-files"));
        }
        for (InputPaths.Found found : paths.files()) {
            readFile(found);
        }
        for (InputPaths.Found project : paths.projects()) {
            readProject(project);
        }
        Optional<HeapGraph> heap =
                options.heapReader().flatMap(reader -> heaps.open(reader, inputs, captures.warnings));
        heaps.identify(inputs);
        Captures read = captures.build();
        NodeCaptures ofNode = node.build();
        Agreement.check(read, ofNode, heap.flatMap(graph -> graph.facts().dumpedAt()), captures.warnings);
        RuntimeKind runtime =
                ofNode.isEmpty() || heap.isPresent() || read.isOfJvm() ? RuntimeKind.JVM : RuntimeKind.NODE;
        if (runtime == RuntimeKind.JVM && !ofNode.isEmpty()) {
            captures.warnings.add(
                    Warning.of(
                            "two-runtimes",
                            "the files are of a JVM and of Node.js; the report is about the JVM, pass the files of Node.js alone"));
        }
        return new Evidence(runtime, inputs, heap, read, ofNode, captures.warnings, stamps);
    }

    private void readFile(InputPaths.Found found) {
        Path path = found.path();
        if (!Files.exists(path)) {
            fail(found, "missing", 0, "missing-file", "there is no such file; check the name");
        } else if (!Files.isRegularFile(path)) {
            fail(found, "unknown", 0, "not-a-file", "it is no ordinary file; copy its content into one and pass that");
        } else {
            try (OpenFile file = open(found)) {
                readContent(found, file);
            } catch (AccessDeniedException e) {
                fail(found, "unknown", 0, "no-permission", "it may not be read by this user; change its permissions");
            } catch (EOFException | ZipException e) {
                fail(found, "gzip", 0, "cut-gzip", "the compressed file is cut or damaged; copy it again");
            } catch (IOException e) {
                fail(found, "unknown", 0, "unreadable", "reading it failed; copy it to a local disk and try again");
            }
        }
    }

    private OpenFile open(InputPaths.Found found) throws IOException {
        stamps.add(found.name(), found.path());
        return new OpenFile(found.path(), options.limits());
    }

    private void readContent(InputPaths.Found found, OpenFile file) throws IOException {
        FileKind kind = FileKind.of(file.head());
        switch (kind) {
            case TEXT -> readText(found, file);
            case HPROF -> {
                heaps.add(found, inputs.size(), file.head());
                Status status = options.heapReader().isPresent() ? Status.READ : Status.IGNORED;
                inputs.add(new InputFile(found.name(), kind.id(), 0, Optional.empty(), status, Optional.empty()));
            }
            case JFR -> readRecording(found, file);
            case V8_SNAPSHOT, NODE_REPORT, NODE_MEMORY, SOURCE_MAP -> readNode(found, kind, file);
            default -> {
                file.drain();
                String code = kind == FileKind.EMPTY ? "empty-file" : "not-recognised";
                refuse(found, kind.id(), file, code, kind.refusal());
            }
        }
    }

    private void readText(InputPaths.Found found, OpenFile file) throws IOException {
        TextScanner scanner = new TextScanner(found.name());
        int before = captures.warnings.size();
        String broken = null;
        try {
            scanner.read(new LineReader(file.content()));
        } catch (EOFException | ZipException e) {
            broken = "the compressed file is cut or damaged, what comes before counts; copy it again";
            captures.warnings.add(Warning.of("cut-gzip", broken, found.name()));
        } catch (OpenFile.TooLarge e) {
            broken = "it holds more than " + (options.limits().textBytes() >> 20)
                    + " MiB of text, what comes before counts; pass the part of the incident, or --max-text";
            captures.warnings.add(Warning.of("too-large", broken, found.name()));
        }
        file.drain();
        scanner.addTo(captures);
        String note = captures.warnings.size() > before
                ? captures.warnings.get(before).message()
                : null;
        if (scanner.hasFigures()) {
            boolean partial = captures.warnings.subList(before, captures.warnings.size()).stream()
                    .anyMatch(w -> w.code().startsWith("cut-")
                            || w.code().equals("nmt-cut")
                            || w.code().equals("too-large"));
            add(found, scanner.kind().orElseThrow(), file, partial ? Status.PARTIAL : Status.READ, note);
        } else if (scanner.kind().isPresent()) {
            add(found, scanner.kind().get(), file, Status.IGNORED, note);
        } else if (broken != null) {
            add(found, "gzip", file, Status.FAILED, broken);
        } else {
            refuse(found, "text", file, "not-recognised", FileKind.BINARY.refusal());
        }
    }

    private void readRecording(InputPaths.Found found, OpenFile file) throws IOException {
        file.drain();
        if (file.packed()) {
            refuse(
                    found,
                    FileKind.JFR.id(),
                    file,
                    "packed-recording",
                    "a flight recording is not read compressed; unpack it");
            return;
        }
        try {
            JfrMemory recording = JfrReader.read(found.path(), found.name());
            captures.recordings.add(recording);
            recording.profile().ifPresent(captures.profiles::add);
            if (recording.profileCut()) {
                captures.warnings.add(Warning.of(
                        "profile-cut",
                        "the recording has more allocations than can be followed, so libraries show less than they hold;"
                                + " record with nativemem=512k",
                        found.name()));
            }
            add(found, FileKind.JFR.id(), file, Status.READ, null);
        } catch (InputException e) {
            captures.warnings.add(Warning.of("cut-recording", e.getMessage(), found.name()));
            add(found, FileKind.JFR.id(), file, Status.FAILED, e.getMessage());
        }
    }

    private void readProject(InputPaths.Found found) {
        try {
            Project project = node.readProject(found.path(), found.name());
            inputs.add(new InputFile(
                    found.name(),
                    "node-project",
                    project.bytesOnDisk(),
                    Optional.empty(),
                    Status.READ,
                    Optional.of(project.packages().size() + " packages")));
        } catch (InputException e) {
            fail(found, "node-project", 0, "unreadable-project", e.reason());
        } catch (IOException e) {
            fail(
                    found,
                    "node-project",
                    0,
                    "unreadable-project",
                    "reading it failed; copy it to a local disk and try again");
        }
    }

    private void readNode(InputPaths.Found found, FileKind kind, OpenFile file) throws IOException {
        try {
            node.read(kind, found.name(), file);
            file.drain();
            add(found, kind.id(), file, Status.READ, null);
        } catch (InputException e) {
            file.drain();
            captures.warnings.add(Warning.of("unreadable-capture", e.reason(), found.name()));
            add(found, kind.id(), file, Status.FAILED, e.reason());
        } catch (OpenFile.TooLarge e) {
            file.drain();
            String why = "it unpacks to more than " + options.limits().unpackedTimes()
                    + " times its size; if you trust it, pass --max-unpacked with more times";
            captures.warnings.add(Warning.of("too-large", why, found.name()));
            add(found, kind.id(), file, Status.FAILED, why);
        }
    }

    private void refuse(InputPaths.Found found, String kind, OpenFile file, String code, String why) {
        captures.warnings.add(Warning.of(code, why, found.name()));
        add(found, kind, file, found.passed() ? Status.FAILED : Status.IGNORED, why);
    }

    private void fail(InputPaths.Found found, String kind, long bytes, String code, String why) {
        captures.warnings.add(Warning.of(code, why, found.name()));
        inputs.add(new InputFile(found.name(), kind, bytes, Optional.empty(), Status.FAILED, Optional.of(why)));
    }

    private void add(InputPaths.Found found, String kind, OpenFile file, Status status, String note) {
        Optional<String> change = stamps.change(found.name());
        if (change.isPresent() && status == Status.READ) {
            captures.warnings.add(Warning.of("changed-file", change.get(), found.name()));
            add(found, kind, file, Status.PARTIAL, change.get());
            return;
        }
        inputs.add(new InputFile(
                found.name(), kind, file.bytes(), Optional.of(file.digest()), status, Optional.ofNullable(note)));
    }
}
