package dev.offheap.parser.hprof;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads a dump from one place on, byte by byte for its user, in large pieces for the disk. All numbers are big-endian.
 * Not for use by several threads.
 */
final class Cursor {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final DumpBytes dump;
    private final int identifierBytes;
    private final byte[] buffer;
    /** Position in the dump of the buffer's first byte. */
    private long start;

    private int next;
    private int limit;

    Cursor(DumpBytes dump, int identifierBytes, int bufferBytes) {
        this.dump = dump;
        this.identifierBytes = identifierBytes;
        this.buffer = new byte[bufferBytes];
    }

    int identifierBytes() {
        return identifierBytes;
    }

    /** Where the next byte is read. */
    long position() {
        return start + next;
    }

    void seek(long position) {
        if (position >= start && position <= start + limit) {
            next = (int) (position - start);
        } else {
            start = position;
            next = 0;
            limit = 0;
        }
    }

    void skip(long bytes) {
        if (bytes <= limit - next) {
            next += (int) bytes;
        } else {
            seek(position() + bytes);
        }
    }

    /**
     * Sees to it that so many bytes can be read from {@link #buffer()} at {@link #offset()}.
     *
     * @throws Cut when the dump has less
     */
    void require(int bytes) throws IOException {
        if (limit - next < bytes) {
            fill(bytes);
        }
    }

    /** Whether so many bytes follow; they can be read from the buffer then. */
    boolean has(int bytes) throws IOException {
        try {
            require(bytes);
            return true;
        } catch (Cut end) {
            return false;
        }
    }

    private void fill(int bytes) throws IOException {
        if (bytes > buffer.length) {
            throw new IllegalArgumentException(bytes + " bytes at once");
        }
        System.arraycopy(buffer, next, buffer, 0, limit - next);
        start += next;
        limit -= next;
        next = 0;
        while (limit < bytes) {
            int read = dump.read(start + limit, buffer, limit, buffer.length - limit);
            if (read < 0) {
                throw new Cut(start + limit);
            }
            limit += read;
        }
    }

    /** What was read ahead; valid until the next call that reads. */
    byte[] buffer() {
        return buffer;
    }

    /** Where in {@link #buffer()} the next byte is. */
    int offset() {
        return next;
    }

    /** Most bytes that can be required at once. */
    int capacity() {
        return buffer.length;
    }

    int u1() throws IOException {
        require(1);
        return buffer[next++] & 0xff;
    }

    int u2() throws IOException {
        require(2);
        int value = (short) SHORT.get(buffer, next) & 0xffff;
        next += 2;
        return value;
    }

    int i4() throws IOException {
        require(4);
        int value = (int) INT.get(buffer, next);
        next += 4;
        return value;
    }

    long u4() throws IOException {
        return Integer.toUnsignedLong(i4());
    }

    long i8() throws IOException {
        require(8);
        long value = (long) LONG.get(buffer, next);
        next += 8;
        return value;
    }

    long id() throws IOException {
        return identifierBytes == 8 ? i8() : u4();
    }

    /** An identifier anywhere in the buffer. */
    static long idAt(byte[] bytes, int offset, int identifierBytes) {
        return identifierBytes == 8
                ? (long) LONG.get(bytes, offset)
                : Integer.toUnsignedLong((int) INT.get(bytes, offset));
    }

    static int intAt(byte[] bytes, int offset) {
        return (int) INT.get(bytes, offset);
    }

    static long longAt(byte[] bytes, int offset) {
        return (long) LONG.get(bytes, offset);
    }

    static short shortAt(byte[] bytes, int offset) {
        return (short) SHORT.get(bytes, offset);
    }
}
