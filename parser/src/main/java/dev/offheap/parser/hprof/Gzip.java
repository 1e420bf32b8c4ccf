package dev.offheap.parser.hprof;

import dev.offheap.parser.InputException;
import dev.offheap.parser.Limits;
import dev.offheap.parser.temporary.TemporaryFolder;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Dumps packed with gzip. */
public final class Gzip {
    private static final int BUFFER = 1 << 18;
    /** Disk space that is left to others, in bytes. */
    private static final long RESERVE = 256L << 20;

    private static final int SPACE_CHECK_EVERY = 64 << 20;

    private Gzip() {}

    /** Whether a file that starts like this is packed with gzip. */
    public static boolean recognises(byte[] start) {
        return start.length >= 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
    }

    /**
     * Unpacks a dump into a temporary folder, one member after the other.
     *
     * @return the unpacked file; it ends where the packed one was cut or damaged
     * @throws InputException when the disk has not enough room, or nothing could be unpacked
     */
    public static Path unpack(Path packed, TemporaryFolder folder, Limits limits) throws IOException {
        String name = packed.getFileName().toString();
        Path unpacked = folder.path().resolve("unpacked.hprof");
        try (InputStream raw = Files.newInputStream(packed);
                OutputStream out = Files.newOutputStream(unpacked)) {
            InputStream in = new GZIPInputStream(raw, BUFFER);
            byte[] buffer = new byte[BUFFER];
            long unchecked = SPACE_CHECK_EVERY;
            long most = limits.unpackedBytes(Files.size(packed));
            long unpackedBytes = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                unchecked += read;
                if (unchecked >= SPACE_CHECK_EVERY) {
                    unchecked = 0;
                    requireSpace(name, folder);
                }
                unpackedBytes += read;
                if (unpackedBytes > most) {
                    throw tooMuch(name, limits);
                }
                out.write(buffer, 0, read);
            }
        } catch (EOFException | ZipException cut) {
            if (Files.size(unpacked) == 0) {
                throw new InputException(name, "", "cannot be unpacked, the file is cut or damaged", "copy it again");
            }
        }
        return unpacked;
    }

    private static InputException tooMuch(String name, Limits limits) {
        return new InputException(
                name,
                "",
                "it unpacks to more than " + limits.unpackedTimes() + " times its size",
                "if you trust it, pass --max-unpacked with more times");
    }

    private static void requireSpace(String name, TemporaryFolder folder) throws IOException {
        if (folder.freeBytes() < RESERVE) {
            throw new InputException(
                    name,
                    "",
                    "no room to unpack it in the folder for temporary files",
                    "name one with more room: OFFHEAP_JAVA_OPTS=-Djava.io.tmpdir=DIR");
        }
    }
}
