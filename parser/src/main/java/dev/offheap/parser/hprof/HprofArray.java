package dev.offheap.parser.hprof;

import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.HeapObject;
import dev.offheap.parser.graph.HeapType;
import dev.offheap.parser.graph.ValueKind;
import java.io.IOException;
import java.io.UncheckedIOException;

/** An array, whose elements are read a piece at a time as they are asked for. */
final class HprofArray implements HeapObject {
    private static final int PIECE = 1 << 12;

    private final int id;
    private final HeapType type;
    private final ValueKind elements;
    private final RecordFinder file;
    private final long content;
    private final int length;
    private final AddressMap objects;
    private final int identifierBytes;
    private final int width;
    private byte[] piece = {};
    private long pieceStart;

    HprofArray(int id, HeapType type, RecordFinder file, AddressMap objects, int identifierBytes) {
        this.id = id;
        this.type = type;
        this.elements = type.elements().orElseThrow();
        this.file = file;
        this.content = file.content();
        this.length = file.length();
        this.objects = objects;
        this.identifierBytes = identifierBytes;
        this.width = elements.bytes(identifierBytes);
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public HeapType type() {
        return type;
    }

    @Override
    public boolean has(String field) {
        return false;
    }

    @Override
    public long bits(String field) {
        throw new IllegalArgumentException(type.name() + " has no field " + field);
    }

    @Override
    public int reference(String field) {
        return HeapGraph.NONE;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public long element(int index) {
        if (index < 0 || index >= length) {
            throw new IndexOutOfBoundsException("element " + index + " of " + length);
        }
        int offset = offset((long) index * width);
        return elements == ValueKind.REFERENCE
                ? objects.objectAt(Cursor.idAt(piece, offset, identifierBytes))
                : BasicType.bits(elements, piece, offset);
    }

    /** Offset in the piece of a byte of the content, whose piece is read when it is not there. */
    private int offset(long position) {
        if (position < pieceStart || position >= pieceStart + piece.length) {
            pieceStart = position;
            try {
                piece = file.read(content + position, (int) Math.min(PIECE, (long) length * width - position));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return (int) (position - pieceStart);
    }
}
