package dev.offheap.parser.hprof;

import java.util.Arrays;
import java.util.Map;
import java.util.function.IntConsumer;

/** The references of all objects but classes, as {@link EdgeWriter} wrote them. */
final class EdgeStore {
    private final EdgePages edgePages;
    private final byte[][] pages;
    private final byte[][] farPages;
    private final Places places;
    private final Map<Integer, byte[][]> large;

    EdgeStore(EdgePages near, EdgePages far, Places places, Map<Integer, byte[][]> large) {
        this.edgePages = near;
        this.pages = near.all();
        this.farPages = far.all();
        this.places = places;
        this.large = large;
        places.finish();
    }

    /**
     * Visits what an instance refers to by its fields, except one object.
     *
     * @param count number of its reference fields
     */
    void fields(int object, int count, int except, IntConsumer visitor) {
        long place = places.of(object);
        byte[] page = pages[EdgePages.page(place)];
        int offset = EdgePages.offset(place);
        for (int field = 0; field < count; field++) {
            long word = Varint.word(page, offset);
            int length = Varint.length(word);
            int value = Varint.value(word, length);
            offset += length;
            int target = object + Varint.unzigzag(value - 1);
            if (value != 0 && target != except) {
                visitor.accept(target);
            }
        }
    }

    /**
     * Visits what an instance refers to by those of its reference fields that are wanted, except one object.
     *
     * @param wanted by reference field
     */
    void fields(int object, boolean[] wanted, int except, IntConsumer visitor) {
        long place = places.of(object);
        byte[] page = pages[EdgePages.page(place)];
        int offset = EdgePages.offset(place);
        for (boolean field : wanted) {
            long word = Varint.word(page, offset);
            int length = Varint.length(word);
            int value = Varint.value(word, length);
            offset += length;
            int target = object + Varint.unzigzag(value - 1);
            if (value != 0 && field && target != except) {
                visitor.accept(target);
            }
        }
    }

    /** Visits the elements of an array of references, except one object. */
    void elements(int array, int except, IntConsumer visitor) {
        long place = places.of(array);
        byte[] page = pages[EdgePages.page(place)];
        int offset = EdgePages.offset(place);
        offset += Varint.length(Varint.word(page, offset));
        long word = Varint.word(page, offset);
        int header = Varint.value(word, Varint.length(word));
        offset += Varint.length(word);
        if ((header & 1) == 0) {
            steps(page, offset, header >>> 1, array, except, visitor);
        } else {
            word = Varint.word(page, offset);
            byte[] farPage = farPages[Varint.value(word, Varint.length(word))];
            word = Varint.word(page, offset + Varint.length(word));
            steps(farPage, Varint.value(word, Varint.length(word)), header >>> 1, array, except, visitor);
        }
        byte[][] parts = header != 0 || large.isEmpty() ? null : large.get(array);
        if (parts != null) {
            for (byte[] part : parts) {
                word = Varint.word(part, 0);
                steps(part, Varint.length(word), Varint.value(word, Varint.length(word)), array, except, visitor);
            }
        }
    }

    private static void steps(byte[] bytes, int start, int count, int array, int except, IntConsumer visitor) {
        int offset = start;
        int target = array;
        for (int i = 0; i < count; i++) {
            long word = Varint.word(bytes, offset);
            int length = Varint.length(word);
            int value = Varint.value(word, length);
            offset += length;
            target += i == 0 ? Varint.unzigzag(value) : value;
            if (target != except) {
                visitor.accept(target);
            }
        }
    }

    /** Number of elements of an array. */
    int length(int array) {
        long place = places.of(array);
        long word = Varint.word(pages[EdgePages.page(place)], EdgePages.offset(place));
        return Varint.value(word, Varint.length(word));
    }

    /** A place in the file at or before the record of an object, from where it is found by reading on. */
    long recordBefore(int object) {
        long place = places.of(object);
        return edgePages.samples(EdgePages.page(place)).before(EdgePages.offset(place));
    }

    /** Bytes that references take. */
    long bytes() {
        long parts = large.values().stream()
                .flatMap(Arrays::stream)
                .mapToLong(part -> part.length)
                .sum();
        return EdgePages.bytes(pages.length + farPages.length) + parts;
    }
}
