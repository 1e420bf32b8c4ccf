package dev.offheap.parser.hprof;

import dev.offheap.parser.graph.HeapGraph;
import java.util.Arrays;
import java.util.Map;

/**
 * Writes the references of objects in the order in which they are met. One thread has one.
 *
 * <p>Of an instance there is a number for each reference field, in the order of {@link TypeLayout#references()}: how
 * far away by number its target is (zigzag, plus 1), or 0 for null. Neighbours in the heap tend to be related, so most
 * take one or two bytes. Of an array there is its length, and of one of references twice the number of distinct targets,
 * then these in ascending order: the first as a distance from the array (zigzag), the others as steps. Where they take
 * much room they are elsewhere, so that objects stay close to their group: then twice the number plus 1, and the page and
 * offset where they are. All numbers are {@link Varint}s.
 */
final class EdgeWriter {
    /** An array's references beyond so many are packed by themselves. */
    static final int MOST_TOGETHER = 8192;

    private static final int NEAR_BYTES = 32;
    private static final int SAMPLE_EVERY = 64;
    /** Three times what a class file can have, more than any program has; what a hostile dump has beyond is lost. */
    private static final int MOST_FIELDS = (EdgePages.CAPACITY - 1) / Varint.MAX_BYTES;

    private final EdgePages near;
    private final EdgePages far;
    private final Places places;
    private final Map<Integer, byte[][]> large;
    private final byte[] scratch = new byte[MOST_TOGETHER * Varint.MAX_BYTES + Varint.SLACK];
    private byte[] page = {};
    private int pageNumber;
    private int offset;
    private RecordSamples samples;
    private int sinceSample;
    private byte[] farPage = {};
    private int farNumber;
    private int farOffset;

    /**
     * @param near where references go
     * @param far where those of longer arrays go
     * @param large and those of arrays that are too long for a page, by object
     */
    EdgeWriter(EdgePages near, EdgePages far, Places places, Map<Integer, byte[][]> large) {
        this.near = near;
        this.far = far;
        this.places = places;
        this.large = large;
    }

    /** The next object does not follow the last one in the file. */
    void jump() {
        sinceSample = SAMPLE_EVERY;
    }

    /**
     * Writes the targets of an instance's reference fields.
     *
     * @param position of its record in the file
     * @param targets objects or {@link HeapGraph#NONE}
     */
    void fields(int object, long position, int[] targets, int count) {
        int fields = Math.min(count, MOST_FIELDS);
        begin(object, position, fields * Varint.MAX_BYTES);
        int at = offset;
        for (int i = 0; i < fields; i++) {
            int target = targets[i];
            int value = target == HeapGraph.NONE ? 0 : Varint.zigzag(target - object) + 1;
            at = Varint.write(page, at, value);
        }
        offset = at;
    }

    /** Writes an array of primitive values. */
    void array(int object, long position, int length) {
        begin(object, position, Varint.MAX_BYTES);
        offset = Varint.write(page, offset, length);
    }

    /**
     * Writes the targets of an array of references.
     *
     * @param targets its elements, at most {@link #MOST_TOGETHER} and none {@link HeapGraph#NONE}; they are sorted
     */
    void elements(int object, long position, int length, int[] targets, int count) {
        int distinct = distinct(targets, count);
        int bytes = pack(object, targets, distinct);
        begin(object, position, 4 * Varint.MAX_BYTES + NEAR_BYTES);
        offset = Varint.write(page, offset, length);
        if (bytes <= NEAR_BYTES) {
            offset = Varint.write(page, offset, 2 * distinct);
            System.arraycopy(scratch, 0, page, offset, bytes);
            offset += bytes;
            return;
        }
        if (farPage.length == 0 || EdgePages.CAPACITY - farOffset < bytes) {
            farNumber = far.add();
            farPage = far.page(farNumber);
            farOffset = 0;
        }
        offset = Varint.write(page, offset, 2 * distinct + 1);
        offset = Varint.write(page, offset, farNumber);
        offset = Varint.write(page, offset, farOffset);
        System.arraycopy(scratch, 0, farPage, farOffset, bytes);
        farOffset += bytes;
    }

    /** Packs a part of the targets of a large array, with its {@link Varint#SLACK}: their number, then themselves. */
    byte[] part(int object, int[] targets, int count) {
        int distinct = distinct(targets, count);
        int bytes = pack(object, targets, distinct);
        byte[] part = new byte[Varint.MAX_BYTES + bytes + Varint.SLACK];
        int start = Varint.write(part, 0, distinct);
        System.arraycopy(scratch, 0, part, start, bytes);
        return part;
    }

    /** Writes a large array: its references in parts that {@link #part} made. */
    void large(int object, long position, int length, byte[][] parts) {
        begin(object, position, 2 * Varint.MAX_BYTES);
        offset = Varint.write(page, offset, length);
        offset = Varint.write(page, offset, 0);
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

    /** Writes ascending targets into the scratch bytes and answers how many it took. */
    private int pack(int object, int[] targets, int count) {
        int at = 0;
        for (int i = 0; i < count; i++) {
            int value = i == 0 ? Varint.zigzag(targets[0] - object) : targets[i] - targets[i - 1];
            at = Varint.write(scratch, at, value);
        }
        return at;
    }

    /** Makes room for an object, notes its place, and leaves the offset there. */
    private void begin(int object, long position, int mostBytes) {
        if (page.length == 0 || EdgePages.CAPACITY - offset <= mostBytes) {
            finish();
            pageNumber = near.add();
            page = near.page(pageNumber);
            samples = near.samples(pageNumber);
            offset = 0;
            sinceSample = SAMPLE_EVERY;
        }
        if (sinceSample++ >= SAMPLE_EVERY) {
            offset++; // a sampled object has a place of its own, even behind one that takes no bytes
            samples.add(offset, position);
            sinceSample = 1;
        }
        places.put(object, EdgePages.place(pageNumber, offset));
    }
}
