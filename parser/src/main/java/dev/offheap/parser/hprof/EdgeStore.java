package dev.offheap.parser.hprof;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.function.IntConsumer;

/** The references of all objects but classes, as the second pass wrote them. */
final class EdgeStore {
    private final EdgePages edgePages;
    private final byte[][] pages;
    private final Places places;
    private final Map<Integer, byte[][]> large;
    private final BitSet isLarge = new BitSet();

    EdgeStore(EdgePages edgePages, Places places, Map<Integer, byte[][]> large) {
        this.edgePages = edgePages;
        this.pages = edgePages.all();
        this.places = places;
        this.large = large;
        large.keySet().forEach(isLarge::set);
        places.finish(pages);
    }

    /** Visits what an instance refers to by its fields, except one object. */
    void fields(int object, int except, IntConsumer visitor) {
        long place = places.of(object);
        byte[] page = pages[EdgePages.page(place)];
        int offset = EdgePages.offset(place);
        int start = EdgeRecord.afterNumber(page, offset);
        EdgeRecord.fields(page, start, EdgeRecord.end(page, offset), object, except, visitor);
    }

    /** Visits what an instance refers to by those of its reference fields that are wanted, except one object. */
    void fields(int object, int except, boolean[] wanted, IntConsumer visitor) {
        long place = places.of(object);
        byte[] page = pages[EdgePages.page(place)];
        int offset = EdgePages.offset(place);
        int start = EdgeRecord.afterNumber(page, offset);
        EdgeRecord.fields(page, start, EdgeRecord.end(page, offset), object, except, wanted, visitor);
    }

    /** Visits the elements of an array of references, except one object. */
    void elements(int object, int except, IntConsumer visitor) {
        long place = places.of(object);
        byte[] page = pages[EdgePages.page(place)];
        int offset = EdgePages.offset(place);
        int start = EdgeRecord.afterNumber(page, EdgeRecord.afterNumber(page, offset));
        EdgeRecord.elements(page, start, EdgeRecord.end(page, offset), object, except, visitor);
        if (isLarge.get(object)) {
            for (byte[] part : large.get(object)) {
                EdgeRecord.elements(part, 0, part.length, object, except, visitor);
            }
        }
    }

    /** Number of elements of an array. */
    int length(int array) {
        long place = places.of(array);
        byte[] page = pages[EdgePages.page(place)];
        return EdgeRecord.number(page, EdgeRecord.afterNumber(page, EdgePages.offset(place)));
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
        return (long) pages.length * EdgePages.PAGE_BYTES + parts;
    }
}
