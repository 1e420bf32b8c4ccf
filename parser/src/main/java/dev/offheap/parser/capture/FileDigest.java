package dev.offheap.parser.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The digest of a large file, taken by a thread of its own: of a heap dump it takes longer than reading it, and can be
 * done while the heap is read.
 */
final class FileDigest {
    private static final int BUFFER = 1 << 20;

    private final CompletableFuture<Optional<String>> digest = new CompletableFuture<>();

    private FileDigest() {}

    static FileDigest start(Path file) {
        FileDigest started = new FileDigest();
        Thread thread = new Thread(() -> started.digest.complete(of(file)), "digest");
        thread.setDaemon(true);
        thread.start();
        return started;
    }

    private static Optional<String> of(Path file) {
        MessageDigest sha256 = OpenFile.sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha256.update(buffer, 0, read);
            }
            return Optional.of(HexFormat.of().formatHex(sha256.digest()));
        } catch (IOException e) {
            // The heap's reader meets the same fault and says so.
            return Optional.empty();
        }
    }

    /** Waits for the digest, lower-case hexadecimal; empty when the file could not be read to its end. */
    Optional<String> join() {
        return digest.join();
    }
}
