package dev.offheap.parser.hprof;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A folder that only its owner may read and that goes with all it holds: when closed, and when the JVM is interrupted.
 * Dumps hold secrets, and they are large.
 */
public final class TemporaryFolder implements AutoCloseable {
    /** Whoever writes may still add a file while the folder is cleared on interrupt. */
    private static final int ATTEMPTS = 10;

    private final Path path;
    private final Thread onInterrupt;

    private TemporaryFolder(Path path) {
        this.path = path;
        this.onInterrupt = new Thread(this::clear, "offheap-clear-temporary-files");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
    }

    /** Where folders are made unless told otherwise. */
    public static Path usualPlace() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** Makes a folder in another one. */
    public static TemporaryFolder in(Path place) throws IOException {
        return new TemporaryFolder(Files.createTempDirectory(place, "offheap-"));
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
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException alreadyShuttingDown) {
            return; // the hook clears it
        }
        clear();
    }

    private void clear() {
        for (int attempt = 0; attempt < ATTEMPTS && Files.exists(path); attempt++) {
            try {
                Files.walkFileTree(path, new Deleter());
            } catch (IOException refilledMeanwhile) {
                Thread.yield();
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
