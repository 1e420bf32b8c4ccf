package dev.offheap.parser.hprof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A dump that lies unpacked on disk. */
final class PlainBytes implements DumpBytes {
    private final FileChannel file;
    private final long size;

    PlainBytes(Path dump) throws IOException {
        file = FileChannel.open(dump);
        size = file.size();
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
        return position >= size ? -1 : file.read(ByteBuffer.wrap(into, offset, length), position);
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
