package dev.offheap.parser.hprof;

import java.io.Closeable;
import java.io.IOException;

/** The bytes of a dump, unpacked, to be read at any place and by several threads at once. */
interface DumpBytes extends Closeable {
    /**
     * Reads some bytes.
     *
     * @param position in the unpacked dump
     * @param into where they go
     * @param offset in {@code into}
     * @param length how many are wanted, more than 0
     * @return how many were read, at least 1; -1 at the end of the dump
     */
    int read(long position, byte[] into, int offset, int length) throws IOException;

    /** Bytes of the unpacked dump, or {@link Long#MAX_VALUE} while that is not known. */
    long size();

    /** Share of the dump that lies before a position, from 0 to 1; a guess while the size is not known. */
    default double share(long position) {
        return Math.min(1, position / (double) Math.max(1, size()));
    }
}
