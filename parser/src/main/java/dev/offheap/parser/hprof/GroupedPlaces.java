package dev.offheap.parser.hprof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A place for each group of sixteen objects, half a byte per object: the others of a group are found by skipping from
 * the first. For dumps that hold objects by ascending address, as most collectors walk the heap. Objects of a group
 * that lie apart (the order of the file breaks, or a page ends) are listed.
 */
final class GroupedPlaces implements Places {
    private static final int GROUP_BITS = 4;
    private static final int GROUP = 1 << GROUP_BITS;
    private static final long UNKNOWN = Long.MAX_VALUE;

    /** By group; inverted bit by bit where some of its objects are listed. */
    private final long[] places;

    private final IntPredicate neverWritten;
    private final List<Writer> writers = new ArrayList<>();
    private byte[][] pages;
    private int[] listed = {};
    private long[] listedPlaces = {};

    /** @param neverWritten objects that have no record of edges */
    GroupedPlaces(int objects, IntPredicate neverWritten) {
        this.neverWritten = neverWritten;
        places = new long[(objects >>> GROUP_BITS) + 1];
        Arrays.fill(places, UNKNOWN);
    }

    @Override
    public synchronized PlaceWriter writer() {
        Writer writer = new Writer();
        writers.add(writer);
        return writer;
    }

    @Override
    public void finish(byte[][] allPages) {
        pages = allPages;
        int count = writers.stream().mapToInt(writer -> writer.count).sum();
        int[] objects = new int[count];
        long[] itsPlaces = new long[count];
        int filled = 0;
        for (Writer writer : writers) {
            System.arraycopy(writer.apart, 0, objects, filled, writer.count);
            System.arraycopy(writer.apartPlaces, 0, itsPlaces, filled, writer.count);
            filled += writer.count;
        }
        writers.clear();
        int[] order = IntStream.range(0, count)
                .boxed()
                .sorted((one, other) -> Integer.compare(objects[one], objects[other]))
                .mapToInt(Integer::intValue)
                .toArray();
        listed = Arrays.stream(order).map(i -> objects[i]).toArray();
        listedPlaces = Arrays.stream(order).mapToLong(i -> itsPlaces[i]).toArray();
        for (int object : listed) {
            int group = object >>> GROUP_BITS;
            places[group] = places[group] < 0 ? places[group] : ~places[group];
        }
    }

    @Override
    public long of(int object) {
        long place = places[object >>> GROUP_BITS];
        if (place < 0) {
            int found = Arrays.binarySearch(listed, object);
            if (found >= 0) {
                return listedPlaces[found];
            }
            place = ~place;
        }
        byte[] page = pages[EdgePages.page(place)];
        int offset = EdgePages.offset(place);
        for (int before = object & GROUP - 1; before > 0; before--) {
            offset = EdgeRecord.end(page, offset);
        }
        return place & -(1L << EdgePages.PAGE_BITS) | offset;
    }

    private final class Writer implements PlaceWriter {
        private int[] apart = new int[64];
        private long[] apartPlaces = new long[64];
        private int count;

        @Override
        public int gap(int last, int object) {
            int first = object & -GROUP;
            boolean follows = last >= first && last < object;
            if (!follows && places[object >>> GROUP_BITS] != UNKNOWN) {
                return APART;
            }
            int from = follows ? last + 1 : first;
            for (int between = from; between < object; between++) {
                if (!neverWritten.test(between)) {
                    return APART;
                }
            }
            return object - from;
        }

        @Override
        public void put(int object, int gap, long place) {
            if (gap == APART) {
                if (count == apart.length) {
                    apart = Arrays.copyOf(apart, 2 * count);
                    apartPlaces = Arrays.copyOf(apartPlaces, 2 * count);
                }
                apart[count] = object;
                apartPlaces[count++] = place;
            } else if ((object - gap & GROUP - 1) == 0) {
                places[object >>> GROUP_BITS] = place;
            }
        }
    }
}
