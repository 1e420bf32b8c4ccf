package dev.offheap.parser.temporary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A folder that only its owner may read and that goes with all it holds: when closed, when the JVM is interrupted, and when
 * another one is made after the JVM was killed. Dumps hold secrets, and they are large.
 */
public final class TemporaryFolder implements AutoCloseable {
    private static final String PREFIX = "offheap-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "\\d+");
    /** A file in it that is claimed as long as the folder is in use. */
    private static final String CLAIMED = ".claim";

    /** Whoever writes may still add a file while the folder is cleared on interrupt. */
    private static final int ATTEMPTS = 10;

    private final Path path;
    private final Claim claim;
    private final Runnable removal = this::clear;

    private TemporaryFolder(Path path, Claim claim) {
        this.path = path;
        this.claim = claim;
        Shutdown.add(removal);
    }

    /** Where folders are made unless told otherwise. */
    public static Path usualPlace() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** Makes a folder in another one. */
    public static TemporaryFolder in(Path place) throws IOException {
        TemporaryFolder folder = Shutdown.before(() -> make(place));
        folder.removeAbandoned(place);
        return folder;
    }

    private static TemporaryFolder make(Path place) throws IOException {
        while (true) {
            Path path = Files.createTempDirectory(place, PREFIX);
            try {
                Optional<Claim> claim = Claim.onNew(Files.createFile(path.resolve(CLAIMED)));
                if (claim.isPresent()) {
                    return new TemporaryFolder(path, claim.get());
                }
            } catch (NoSuchFileException takenForAbandoned) {
                continue;
            } catch (IOException full) {
                clear(path);
                throw full;
            }
        }
    }

    public Path path() {
        return path;
    }

    /** Bytes that may still be written to it. */
    public long freeBytes() throws IOException {
        return Files.getFileStore(path).getUsableSpace();
    }

    @Override
    public void close() {
        try {
            Shutdown.before(() -> {
                Shutdown.remove(removal);
                clear(path);
                claim.close();
                return path;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void clear() {
        clear(path);
    }

    private static Path clear(Path path) {
        for (int attempt = 0; attempt < ATTEMPTS && Files.exists(path); attempt++) {
            try {
                Files.walkFileTree(path, new Deleter());
            } catch (IOException refilledMeanwhile) {
                Thread.yield();
            }
        }
        return path;
    }

    /** Of the same user only: nobody else may write into those, so no link in them can mislead. */
    private void removeAbandoned(Path place) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(place, PREFIX + "*")) {
            UserPrincipal owner = Files.getOwner(path);
            for (Path folder : left) {
                if (NAME.matcher(folder.getFileName().toString()).matches()
                        && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                        && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
                    removeIfAbandoned(folder);
                }
            }
        } catch (IOException | DirectoryIteratorException goneMeanwhile) {
            return; // another run removes them
        }
    }

    private static void removeIfAbandoned(Path folder) throws IOException {
        if (Files.exists(folder.resolve(CLAIMED), LinkOption.NOFOLLOW_LINKS)) {
            Claim.ifAbandoned(folder.resolve(CLAIMED), () -> clear(folder));
        } else {
            try {
                Files.delete(folder); // its process was killed before it claimed it
            } catch (DirectoryNotEmptyException ofOthers) {
                return;
            }
        }
    }

    private static final class Deleter extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException cause) throws IOException {
            if (cause instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw cause;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException cause) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
