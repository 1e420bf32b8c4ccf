package dev.offheap.parser.temporary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

/**
 * A file under a temporary name, in the folder where it will appear under its own when it is whole. It is gone when it is
 * closed before that, when the process is interrupted, and when another is made there after the process was killed.
 */
public final class TemporaryFile implements AutoCloseable {
    private static final String PREFIX = ".offheap-";
    private static final String SUFFIX = ".tmp";

    private final Path path;
    private final Claim claim;
    private final Runnable removal = this::delete;
    private boolean moved;

    private TemporaryFile(Path path, Claim claim) {
        this.path = path;
        this.claim = claim;
        Shutdown.add(removal);
    }

    /** Makes one in a folder. */
    public static TemporaryFile in(Path folder) throws IOException {
        removeAbandoned(folder);
        return Shutdown.before(() -> make(folder));
    }

    private static TemporaryFile make(Path folder) throws IOException {
        while (true) {
            // Not by createTempFile: only its owner could read the report then, whatever the umask says.
            Path path = Files.createFile(folder.resolve(PREFIX + UUID.randomUUID() + SUFFIX));
            Optional<Claim> claim = Claim.onNew(path);
            if (claim.isPresent()) {
                return new TemporaryFile(path, claim.get());
            }
        }
    }

    private static void removeAbandoned(Path folder) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path file : left) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    Claim.ifAbandoned(file, () -> Files.deleteIfExists(file));
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            return; // what was left there is in nobody's way
        }
    }

    /** Writes a text, as UTF-8. To be called once. */
    public void write(String content) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(content);
        while (bytes.hasRemaining()) {
            claim.channel().write(bytes);
        }
    }

    /** Gives it the name under which others look for it, in place of what has that name. */
    public void moveTo(Path target) throws IOException {
        Shutdown.before(() -> {
            try {
                Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
            }
            Shutdown.remove(removal);
            moved = true;
            return target;
        });
    }

    /** Removes it, unless it was moved. */
    @Override
    public void close() throws IOException {
        Shutdown.before(() -> {
            Shutdown.remove(removal);
            if (!moved) {
                Files.deleteIfExists(path);
            }
            claim.close();
            return path;
        });
    }

    private void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // Its name says that it is unfinished, and the next run removes it.
        }
    }
}
