package dev.offheap.parser.hprof;

import dev.offheap.parser.graph.HeapType;
import dev.offheap.parser.graph.ValueKind;
import java.util.List;

/**
 * How the dumped JVM laid objects out in its heap. Fields are taken to lie without gaps but at the end, as they do
 * since JDK 15; earlier ones pad each class's fields, so that some objects are 8 bytes larger than is said here.
 *
 * @param referenceBytes 4 with compressed references or in a JVM of 32 bits, else 8
 * @param headerBytes of an object that is no array: 16, 12 with compressed class pointers, 8 with compact headers
 *     (JDK 24) or in a JVM of 32 bits
 * @param arrayHeaderBytes of an array: 24 or 20, 16, 12 in these cases
 */
record ObjectLayout(int referenceBytes, int headerBytes, int arrayHeaderBytes) {
    private static final int ALIGNMENT = 8;
    private static final int[] ARRAY_HEADERS = {24, 20, 16, 12};

    /** Concludes from what arrays show. */
    static ObjectLayout of(int identifierBytes, ArrayGaps gaps) {
        if (identifierBytes == 4) {
            return new ObjectLayout(4, 8, 12);
        }
        int arrayHeader = 12;
        for (int candidate : ARRAY_HEADERS) {
            if (candidate <= gaps.mostArrayHeader()) {
                arrayHeader = candidate;
                break;
            }
        }
        if (gaps.mostArrayHeader() == Long.MAX_VALUE) {
            arrayHeader = 16;
        }
        int header = arrayHeader >= 20 ? 16 : arrayHeader == 16 ? 12 : 8;
        boolean wide =
                gaps.headerBesideWideReferences() != Long.MAX_VALUE && gaps.headerBesideWideReferences() >= arrayHeader;
        return new ObjectLayout(wide ? 8 : 4, header, arrayHeader);
    }

    /** Bytes of an instance. */
    long instance(List<HeapType.Field> fields) {
        return align(headerBytes + fieldBytes(fields));
    }

    /** Bytes of a class object: an instance of {@code java.lang.Class} with the static fields behind its own. */
    long classObject(List<HeapType.Field> fieldsOfClass, List<HeapType.StaticField> statics) {
        long bytes = headerBytes + fieldBytes(fieldsOfClass);
        for (HeapType.StaticField field : statics) {
            bytes += bytes(field.kind());
        }
        return align(bytes);
    }

    /** Bytes of an array. */
    long array(ValueKind elements, int length) {
        return align(arrayHeaderBytes + (long) length * bytes(elements));
    }

    private long fieldBytes(List<HeapType.Field> fields) {
        long bytes = 0;
        for (HeapType.Field field : fields) {
            bytes += bytes(field.kind());
        }
        return bytes;
    }

    private int bytes(ValueKind kind) {
        return kind.bytes(referenceBytes);
    }

    private static long align(long bytes) {
        return bytes + ALIGNMENT - 1 & -ALIGNMENT;
    }
}
