package dev.offheap.parser.hprof;

import java.io.IOException;

/** Reads the parts that a heap dump record is made of: roots, classes, instances and arrays. */
final class HeapParts {
    private final Cursor in;
    private final HeapVisitor visitor;
    private final int identifierBytes;

    HeapParts(Cursor in, HeapVisitor visitor) {
        this.in = in;
        this.visitor = visitor;
        this.identifierBytes = in.identifierBytes();
    }

    /**
     * Reads one part and moves the cursor behind it.
     *
     * @return false when none starts here; the cursor then stands behind the byte that is no tag
     * @throws Cut when the dump ends within it
     */
    boolean next() throws IOException {
        long position = in.position();
        int tag = in.u1();
        switch (tag) {
            case Tag.INSTANCE_DUMP -> instance(position);
            case Tag.PRIMITIVE_ARRAY_DUMP -> {
                return primitiveArray(position);
            }
            case Tag.OBJECT_ARRAY_DUMP -> {
                return objectArray(position);
            }
            case Tag.CLASS_DUMP -> {
                return classDump();
            }
            case Tag.ROOT_UNKNOWN, Tag.ROOT_STICKY_CLASS, Tag.ROOT_MONITOR_USED -> root(tag, 0, 0);
            case Tag.ROOT_JNI_GLOBAL -> root(tag, 0, identifierBytes);
            case Tag.ROOT_THREAD_BLOCK -> root(tag, 0, 4);
            case Tag.ROOT_NATIVE_STACK -> root(tag, 4, 0);
            case Tag.ROOT_JNI_LOCAL, Tag.ROOT_JAVA_FRAME, Tag.ROOT_THREAD_OBJECT -> root(tag, 4, 4);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void root(int tag, int threadBytes, int unused) throws IOException {
        in.require(identifierBytes + threadBytes + unused);
        long address = in.id();
        int thread = threadBytes > 0 ? in.i4() : 0;
        in.skip(unused);
        visitor.root(tag, address, thread);
    }

    private boolean classDump() throws IOException {
        try {
            visitor.classDump(ClassDump.read(in));
            return true;
        } catch (IllegalArgumentException noSuchType) {
            return false;
        }
    }

    private void instance(long position) throws IOException {
        int header = 2 * identifierBytes + 8;
        in.require(header);
        byte[] bytes = in.buffer();
        int offset = in.offset();
        long address = Cursor.idAt(bytes, offset, identifierBytes);
        long type = Cursor.idAt(bytes, offset + identifierBytes + 4, identifierBytes);
        int length = Cursor.intAt(bytes, offset + 2 * identifierBytes + 4);
        in.skip(header);
        long end = in.position() + Integer.toUnsignedLong(length);
        visitor.instance(position, address, type, length);
        in.seek(end);
    }

    private boolean objectArray(long position) throws IOException {
        in.require(2 * identifierBytes + 8);
        long address = in.id();
        in.skip(4);
        int length = in.i4();
        long type = in.id();
        if (length < 0) {
            return false;
        }
        long end = in.position() + (long) length * identifierBytes;
        visitor.objectArray(position, address, type, length);
        in.seek(end);
        return true;
    }

    private boolean primitiveArray(long position) throws IOException {
        in.require(identifierBytes + 9);
        long address = in.id();
        in.skip(4);
        int length = in.i4();
        int type = in.u1();
        int bytes = type == BasicType.OBJECT ? 0 : BasicType.bytes(type, identifierBytes);
        if (length < 0 || bytes == 0) {
            return false;
        }
        long end = in.position() + (long) length * bytes;
        visitor.primitiveArray(position, address, type, length);
        in.seek(end);
        return true;
    }
}
