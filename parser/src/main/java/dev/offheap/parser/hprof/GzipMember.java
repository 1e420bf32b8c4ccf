package dev.offheap.parser.hprof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks members of a gzip file (RFC 1952) as the JVM writes them: no parts but a comment. Not for several threads. */
final class GzipMember {
    private static final int HEADER = 10;
    private static final int FLAGS = 3;
    private static final int HAS_COMMENT = 1 << 4;
    private static final int TRAILER = 8;

    private final FileChannel file;
    private final int mostBytes;
    private final Inflater inflater = new Inflater(true);
    private final byte[] input = new byte[1 << 16];
    private byte[] content = new byte[1 << 20];
    private int length;
    private long next;

    /** @param mostBytes that a member may unpack to */
    GzipMember(FileChannel file, int mostBytes) {
        this.file = file;
        this.mostBytes = mostBytes;
    }

    /**
     * Unpacks the member that starts at a place in the file; of a cut or damaged one as much as can be.
     *
     * @return whether it was whole
     */
    boolean unpack(long start) throws IOException {
        length = 0;
        int read = read(start);
        int header = header(read);
        if (header < 0) {
            return false;
        }
        inflater.reset();
        inflater.setInput(input, header, read - header);
        long inputEnd = start + read;
        try {
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    read = read(inputEnd);
                    inflater.setInput(input, 0, read);
                    inputEnd += read;
                }
                if (length == content.length) {
                    content = Arrays.copyOf(content, Math.min(mostBytes, 2 * length));
                }
                int unpacked = inflater.inflate(content, length, content.length - length);
                length += unpacked;
                if (unpacked == 0 && (read == 0 || length == mostBytes) && !inflater.finished()) {
                    return false;
                }
            }
        } catch (DataFormatException damaged) {
            return false;
        }
        next = inputEnd - inflater.getRemaining() + TRAILER;
        return checked(next - TRAILER);
    }

    /** Offset behind the header at the start of the input, or -1 when there is none. */
    private int header(int read) {
        if (read < HEADER || !Gzip.recognises(input) || (input[FLAGS] & ~HAS_COMMENT) != 0) {
            return -1;
        }
        int end = HEADER;
        if (input[FLAGS] == HAS_COMMENT) {
            while (end < read && input[end] != 0) {
                end++;
            }
            end++;
        }
        return end <= read ? end : -1;
    }

    private boolean checked(long trailer) throws IOException {
        ByteBuffer sums = ByteBuffer.allocate(TRAILER).order(ByteOrder.LITTLE_ENDIAN);
        CRC32 crc = new CRC32();
        crc.update(content, 0, length);
        return file.read(sums, trailer) == TRAILER && sums.getInt(0) == (int) crc.getValue();
    }

    /** Fills the input from a place in the file and answers how many bytes there were. */
    private int read(long position) throws IOException {
        ByteBuffer into = ByteBuffer.wrap(input);
        while (into.hasRemaining() && file.read(into, position + into.position()) > 0) {
            continue;
        }
        return into.position();
    }

    /** What was unpacked last; valid until the next call. */
    byte[] content() {
        return content;
    }

    int length() {
        return length;
    }

    /** Where the member behind the one that was unpacked last starts. */
    long next() {
        return next;
    }

    void close() {
        inflater.end();
    }
}
