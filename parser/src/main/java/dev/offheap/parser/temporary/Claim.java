package dev.offheap.parser.temporary;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A lock of the system on a file, which goes with the process that took it, however that ends. It says of a temporary file
 * that somebody still needs it.
 */
final class Claim implements AutoCloseable {
    /** Files claimed by this process. Opening and closing one of them again would end its lock, as POSIX has it. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private Claim(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Claims a file that was just made. Where the file system knows no locks, nobody else will take it for abandoned either.
     *
     * @return empty when another process took it for abandoned meanwhile
     */
    static Optional<Claim> onNew(Path file) throws IOException {
        return take(unique(file), true);
    }

    /** Removes what a file stands for, if a process that is no more left it; holds the claim meanwhile. */
    static void ifAbandoned(Path file, Shutdown.Step<?> removal) {
        try {
            Optional<Claim> left = take(unique(file), false);
            if (left.isPresent()) {
                try {
                    removal.take();
                } finally {
                    left.get().close();
                }
            }
        } catch (IOException notOurs) {
            return; // it stays: it is in nobody's way
        }
    }

    private static Optional<Claim> take(Path file, boolean evenWithoutLock) throws IOException {
        if (!OWN.add(file)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        boolean taken = false;
        try {
            channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            // Whoever removes a file holds its lock, so the lock may be on one that is gone.
            taken = lock(channel, evenWithoutLock) && Files.exists(file, LinkOption.NOFOLLOW_LINKS);
            return taken ? Optional.of(new Claim(file, channel)) : Optional.empty();
        } finally {
            if (!taken) {
                OWN.remove(file);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    /** The one path of a file, however its folder was reached. */
    private static Path unique(Path file) throws IOException {
        return file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
    }

    private static boolean lock(FileChannel channel, boolean otherwise) {
        try {
            return channel.tryLock() != null;
        } catch (IOException noLocksHere) {
            return otherwise;
        }
    }

    /** The file, open for writing. To open and close it another way would end the claim. */
    FileChannel channel() {
        return channel;
    }

    @Override
    public void close() throws IOException {
        OWN.remove(file);
        channel.close();
    }
}
