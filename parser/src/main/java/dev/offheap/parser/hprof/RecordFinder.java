package dev.offheap.parser.hprof;

import java.io.IOException;

/** Finds the record of an object in the file: reads on from a place before it. */
final class RecordFinder implements HeapVisitor {
    private static final int BUFFER = 1 << 16;

    private final Cursor in;
    private final HeapParts parts;
    private long wanted;
    private boolean found;
    private long content;
    private int length;

    RecordFinder(DumpBytes dump, int identifierBytes) {
        in = new Cursor(dump, identifierBytes, BUFFER);
        parts = new HeapParts(in, this);
    }

    /**
     * Looks for an object.
     *
     * @param position where to begin, at or before the record
     * @throws IOException also when it is not there, because the file changed since
     */
    void find(long address, long position) throws IOException {
        wanted = address;
        found = false;
        in.seek(position);
        while (!found) {
            if (!parts.next()) {
                throw new IOException("the file changed while it was read");
            }
        }
    }

    /** Where the values of the object found begin. */
    long content() {
        return content;
    }

    /** Bytes of its field values, or number of its elements. */
    int length() {
        return length;
    }

    /** Reads some bytes of the dump. */
    byte[] read(long position, int bytes) throws IOException {
        byte[] read = new byte[bytes];
        in.seek(position);
        for (int done = 0; done < bytes; ) {
            int piece = Math.min(bytes - done, in.capacity());
            in.require(piece);
            System.arraycopy(in.buffer(), in.offset(), read, done, piece);
            in.skip(piece);
            done += piece;
        }
        return read;
    }

    private void visit(long address, int count) {
        if (address == wanted && !found) {
            found = true;
            content = in.position();
            length = count;
        }
    }

    @Override
    public void root(int tag, long address, int threadSerial) {}

    @Override
    public void classDump(ClassDump type) {}

    @Override
    public void instance(long position, long address, long classAddress, int bytes) {
        visit(address, bytes);
    }

    @Override
    public void objectArray(long position, long address, long classAddress, int count) {
        visit(address, count);
    }

    @Override
    public void primitiveArray(long position, long address, int type, int count) {
        visit(address, count);
    }
}
