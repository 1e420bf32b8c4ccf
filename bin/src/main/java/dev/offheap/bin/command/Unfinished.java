package dev.offheap.bin.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files that are being written under a temporary name; those that are left when the JVM ends, as by an interrupt, are
 * removed. {@link java.io.File#deleteOnExit()} would remember every file of a long batch.
 */
final class Unfinished {
    private static final Set<Path> FILES = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> FILES.forEach(Unfinished::delete)));
    }

    private Unfinished() {}

    /** A new empty file beside the one that it will become. */
    static Path in(Path folder) throws IOException {
        // Not by createTempFile: only its owner could read the report then, whatever the umask says.
        Path file = Files.createFile(folder.resolve(".offheap-" + UUID.randomUUID() + ".tmp"));
        FILES.add(file);
        return file;
    }

    /** It has another name now. */
    static void finished(Path file) {
        FILES.remove(file);
    }

    /** Removes one that will not be finished. */
    static void discard(Path file) {
        delete(file);
        FILES.remove(file);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Its name says that it is unfinished.
        }
    }
}
