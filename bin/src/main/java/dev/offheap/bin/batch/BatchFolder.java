package dev.offheap.bin.batch;

import dev.offheap.parser.temporary.TemporaryFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The output folder of a batch: a folder for each incident, and in it the note of what its report was made from. An
 * incident whose files are as they were then need not be read again.
 */
public final class BatchFolder implements AutoCloseable {
    private static final String MARK = ".offheap-batch";
    private static final String NOTE = ".offheap-inputs";
    private static final String MARKED = "Written by offheap batch; lets it go on where it stopped.\n";
    private static final String INCIDENTS = "incidents/";

    private final Path folder;
    private final String settings;
    private final UnaryOperator<String> shown;
    private FileChannel mark;

    /**
     * @param shown how the id of an incident may be shown
     * @param settings all that shapes a report besides its inputs: version, options, contents of files they name
     */
    public BatchFolder(Path folder, String settings, UnaryOperator<String> shown) {
        this.folder = folder;
        this.shown = shown;
        this.settings = settings;
    }

    /** Whether it is new, empty, or that of an earlier batch; anything else is somebody's. */
    public boolean isOurs() throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty() || Files.exists(folder.resolve(MARK));
        }
    }

    /**
     * Makes it, and keeps other batches out until it is closed or the process ends: two at once would do all work twice, and
     * each would take for undone what the other is about to write.
     *
     * @param waiting told once when another batch is writing to it, before that is waited for
     */
    public void open(Runnable waiting) throws IOException {
        Files.createDirectories(folder);
        mark = FileChannel.open(folder.resolve(MARK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (mark.tryLock() == null) {
                waiting.run();
                mark.lock();
            }
        } catch (ClosedByInterruptException | FileLockInterruptionException stopped) {
            throw stopped;
        } catch (IOException noLocksHere) {
            return;
        }
        mark.write(ByteBuffer.wrap(MARKED.getBytes(StandardCharsets.UTF_8)), 0);
    }

    @Override
    public void close() throws IOException {
        if (mark != null) {
            mark.close();
        }
    }

    /** Where the reports of an incident go. */
    public Path of(Incident incident) {
        return folder.resolve(place(incident));
    }

    /** The same, below the output folder, with slashes. Names come from strangers, so only plain characters stay. */
    public String place(Incident incident) {
        StringBuilder place = new StringBuilder(INCIDENTS);
        shown.apply(incident.id()).codePoints().forEach(c -> {
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "-_/.".indexOf(c) >= 0);
            place.append(plain ? Character.toString(c) : "~" + Integer.toHexString(c) + "~");
        });
        return place.toString();
    }

    public boolean isDone(Incident incident) {
        try {
            return Files.readString(of(incident).resolve(NOTE)).equals(fingerprint(incident));
        } catch (IOException e) {
            return false;
        }
    }

    /** Makes the folder of an incident. What is in it no longer counts as whole, should this run not get to its end. */
    public void begin(Incident incident) throws IOException {
        Files.deleteIfExists(Files.createDirectories(of(incident)).resolve(NOTE));
    }

    /** Notes that the reports of an incident are whole. To be called last. */
    public void done(Incident incident) throws IOException {
        try (TemporaryFile note = TemporaryFile.in(of(incident))) {
            note.write(fingerprint(incident));
            note.moveTo(of(incident).resolve(NOTE));
        }
    }

    /** Of names, sizes and times of the files: reading them whole would take as long as the reports. */
    private String fingerprint(Incident incident) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(settings.getBytes(StandardCharsets.UTF_8));
            for (Path input : incident.inputs()) {
                for (Path file : files(input)) {
                    String line = input.getFileName() + "/" + input.relativize(file) + " " + Files.size(file) + " "
                            + Files.getLastModifiedTime(file).toMillis() + "\n";
                    digest.update(line.getBytes(StandardCharsets.UTF_8));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }

    private static List<Path> files(Path input) throws IOException {
        try (Stream<Path> files = Files.walk(input, 2)) {
            return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }
}
