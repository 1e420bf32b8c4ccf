package dev.offheap.parser.capture;

import dev.offheap.parser.Limits;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/**
 * A file being read once: unpacked if it is gzip, its size and digest taken as it lies on disk.
 *
 * <p>Size and digest come from the bytes that were read, not from the file system: what {@code /proc} offers says it
 * has no size, and another reading of it gives other bytes.
 */
final class OpenFile implements Closeable {
    private static final int HEAD = 8192;

    private final Path path;
    private final Limits limits;
    private final DigestInputStream disk;
    private final Counter counter;
    private final Counter unpacking;
    private final InputStream content;
    private final byte[] head;
    private final boolean packed;

    /** Opens it; of its content no more may be read than of a text. */
    OpenFile(Path path, Limits limits) throws IOException {
        this.path = path;
        this.limits = limits;
        counter = new Counter(Files.newInputStream(path), Long.MAX_VALUE);
        disk = new DigestInputStream(counter, sha256());
        try {
            BufferedInputStream raw = new BufferedInputStream(disk, 1 << 16);
            byte[] magic = peek(raw, 2);
            packed = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
            InputStream plain = packed ? new GZIPInputStream(raw, 1 << 16) : raw;
            unpacking = new Counter(plain, limits.textBytes());
            BufferedInputStream unpacked = new BufferedInputStream(unpacking, 1 << 16) {
                @Override
                public void close() {
                    // Readers of JSON close what they read at its end; there may be more on disk for the digest.
                }
            };
            content = unpacked;
            head = peek(unpacked, HEAD);
        } catch (IOException | RuntimeException e) {
            disk.close();
            throw e;
        }
    }

    /** Whether it lies on disk compressed. */
    boolean packed() {
        return packed;
    }

    /** The beginning of the content, unpacked. */
    byte[] head() {
        return head;
    }

    /** The content, unpacked, from its beginning. */
    InputStream content() {
        return content;
    }

    /** Takes the limit away, for content that is read without being kept as it is; what unpacks to far more keeps one. */
    void lift() throws IOException {
        unpacking.limit = packed ? limits.unpackedBytes(Files.size(path)) : Long.MAX_VALUE;
    }

    /** Reads the rest, so that size and digest cover the file. */
    void drain() throws IOException {
        disk.transferTo(OutputStream.nullOutputStream());
    }

    /** Bytes read from disk; the size of the file after {@link #drain()}. */
    long bytes() {
        return counter.count;
    }

    /** Digest of the bytes read from disk; to be asked once, after {@link #drain()}. */
    String digest() {
        return HexFormat.of().formatHex(disk.getMessageDigest().digest());
    }

    @Override
    public void close() throws IOException {
        disk.close();
    }

    private static byte[] peek(BufferedInputStream in, int bytes) throws IOException {
        in.mark(bytes);
        byte[] head = in.readNBytes(bytes);
        in.reset();
        return head;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The content is larger than anything that is read here. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Counter extends FilterInputStream {
        private long limit;
        private long count;

        private Counter(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws IOException {
            count += read;
            if (count > limit) {
                throw new TooLarge();
            }
        }
    }
}
