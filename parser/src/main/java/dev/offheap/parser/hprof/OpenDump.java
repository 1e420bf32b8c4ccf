package dev.offheap.parser.hprof;

import dev.offheap.parser.Limits;
import dev.offheap.parser.temporary.TemporaryFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * A dump that is open, with the temporary copy it may be read from.
 *
 * @param name of the file, for messages
 * @param packed whether places in it are not those in the file
 * @param folder holds the copy; null when there is none
 */
record OpenDump(String name, DumpBytes bytes, HprofHeader header, boolean packed, TemporaryFolder folder)
        implements AutoCloseable {
    /** Opens a dump; one that is packed so that it cannot be read at any place is unpacked into a temporary folder. */
    static OpenDump of(Path dump, Path temporary, Limits limits) throws IOException {
        String name = dump.getFileName().toString();
        DumpBytes bytes = new PlainBytes(dump);
        TemporaryFolder folder = null;
        try {
            byte[] start = start(bytes);
            boolean packed = Gzip.recognises(start);
            OptionalInt blockBytes = BlockGzipBytes.blockBytes(start);
            if (blockBytes.isPresent()) {
                bytes.close();
                bytes = BlockGzipBytes.open(dump, blockBytes.getAsInt());
                start = start(bytes);
            } else if (packed) {
                bytes.close();
                folder = TemporaryFolder.in(temporary);
                bytes = new PlainBytes(Gzip.unpack(dump, folder, limits));
                start = start(bytes);
            }
            return new OpenDump(name, bytes, HprofHeader.parse(name, start), packed, folder);
        } catch (IOException | RuntimeException | Error failure) {
            new OpenDump(name, bytes, null, false, folder).close();
            throw failure;
        }
    }

    private static byte[] start(DumpBytes bytes) throws IOException {
        byte[] start = new byte[HprofHeader.MAX_BYTES];
        int read = 0;
        for (int more = 0; more >= 0 && read < start.length; read += Math.max(0, more)) {
            more = bytes.read(read, start, read, start.length - read);
        }
        return Arrays.copyOf(start, read);
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            if (folder != null) {
                folder.close();
            }
        }
    }
}
