package dev.offheap.parser.hprof;

import dev.offheap.parser.graph.HeapGraph;
import java.util.Arrays;
import java.util.Map;

/** Writes {@link EdgeRecord}s in the order in which objects are met. One thread has one. */
final class EdgeWriter {
    /** An array's references beyond so many get pages of their own. */
    static final int INLINE_ELEMENTS = 8192;

    private static final int MAX_GAP = 16;
    private static final int LENGTH_BYTES = 3;
    private static final int SAMPLE_EVERY = 64;
    /** Three times what a class file can have, far more than any program has; what a hostile dump has beyond is lost. */
    private static final int MOST_FIELDS = (EdgePages.PAGE_BYTES - MAX_GAP - LENGTH_BYTES) / Varint.MAX_BYTES;

    private final EdgePages pages;
    private final PlaceWriter places;
    private final Map<Integer, byte[][]> large;
    private final byte[] scratch = new byte[(INLINE_ELEMENTS + 1) * Varint.MAX_BYTES];
    private byte[] page = {};
    private int pageNumber;
    private RecordSamples samples;
    private int offset;
    private int sinceSample;
    private int last = HeapGraph.NONE;

    /** @param large where references go that are too many for a page, by object */
    EdgeWriter(EdgePages pages, PlaceWriter places, Map<Integer, byte[][]> large) {
        this.pages = pages;
        this.places = places;
        this.large = large;
    }

    /** The next object does not follow the last one in the file. */
    void jump() {
        sinceSample = SAMPLE_EVERY;
    }

    /** Writes an instance without references. */
    void none(int object, long position) {
        begin(object, position, 1);
        page[offset++] = 0;
    }

    /**
     * Writes the targets of an instance's reference fields.
     *
     * @param position of its record in the file
     * @param targets objects or {@link HeapGraph#NONE}
     */
    void fields(int object, long position, int[] targets, int count) {
        int used = count;
        while (used > 0 && targets[used - 1] == HeapGraph.NONE) {
            used--;
        }
        used = Math.min(used, MOST_FIELDS);
        int most = used * Varint.MAX_BYTES;
        if (most > 0x7f) {
            byte[] bytes = most <= scratch.length ? scratch : new byte[most];
            copy(object, position, bytes, write(bytes, 0, object, targets, used));
            return;
        }
        begin(object, position, 1 + most);
        int start = offset + 1;
        int end = write(page, start, object, targets, used);
        page[offset] = (byte) (end - start);
        offset = end;
    }

    private static int write(byte[] bytes, int offset, int object, int[] targets, int count) {
        int at = offset;
        for (int i = 0; i < count; i++) {
            int target = targets[i];
            int value = target == HeapGraph.NONE ? 0 : Varint.zigzag(target - object) + 1;
            at = Varint.write(bytes, at, value);
        }
        return at;
    }

    /** Writes an array without references, or a large one. */
    void array(int object, long position, int length) {
        int bytes = Varint.bytes(length);
        begin(object, position, 1 + bytes);
        page[offset++] = (byte) bytes;
        offset = Varint.write(page, offset, length);
    }

    /**
     * Writes the targets of an array of references.
     *
     * @param targets its elements, at most {@link #INLINE_ELEMENTS} and none {@link HeapGraph#NONE}; they are sorted
     */
    void elements(int object, long position, int length, int[] targets, int count) {
        int distinct = distinct(targets, count);
        int start = Varint.write(scratch, 0, length);
        copy(object, position, scratch, EdgeRecord.writeElements(scratch, start, object, targets, distinct));
    }

    /** Packs a part of the targets of a large array. */
    byte[] pack(int object, int[] targets, int count) {
        int distinct = distinct(targets, count);
        return Arrays.copyOf(scratch, EdgeRecord.writeElements(scratch, 0, object, targets, distinct));
    }

    /** Writes a large array: its references in parts that {@link #pack} made. */
    void large(int object, long position, int length, byte[][] parts) {
        array(object, position, length);
        large.put(object, parts);
    }

    /** To be called when all is written. */
    void finish() {
        if (samples != null) {
            samples.trim();
        }
    }

    private static int distinct(int[] targets, int count) {
        Arrays.sort(targets, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || targets[i] != targets[i - 1]) {
                targets[kept++] = targets[i];
            }
        }
        return kept;
    }

    private void copy(int object, long position, byte[] bytes, int length) {
        begin(object, position, LENGTH_BYTES + length);
        offset = Varint.write(page, offset, length);
        System.arraycopy(bytes, 0, page, offset, length);
        offset += length;
    }

    /** Makes room for a record, notes its place, and leaves the offset where it starts. */
    private void begin(int object, long position, int mostBytes) {
        if (page.length - offset < mostBytes + MAX_GAP) {
            finish();
            pageNumber = pages.add();
            page = pages.page(pageNumber);
            samples = pages.samples(pageNumber);
            offset = 0;
            sinceSample = SAMPLE_EVERY;
            last = HeapGraph.NONE;
        }
        int gap = places.gap(last, object);
        places.put(object, gap, EdgePages.place(pageNumber, offset));
        offset += Math.max(gap, 0); // the page is full of zeros: empty records
        if (sinceSample++ >= SAMPLE_EVERY) {
            samples.add(offset, position);
            sinceSample = 1;
        }
        last = gap == PlaceWriter.APART ? HeapGraph.NONE : object;
    }
}
