package dev.offheap.parser.hprof;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * A place for each group of sixteen objects, and the distance from it for each object in one byte: 1.5 bytes per object.
 * For dumps that hold objects by ascending address, as most collectors walk the heap. Objects that lie further from
 * their group, because the order of the file breaks there, are listed.
 */
final class GroupedPlaces implements Places {
    private static final VarHandle PLACE = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int GROUP_BITS = 4;
    private static final long UNKNOWN = -1;
    private static final int LISTED = 0xff;

    private final long[] places;
    private final byte[] distances;
    private int[] listed = new int[64];
    private long[] listedPlaces = new long[64];
    private int count;

    GroupedPlaces(int objects) {
        places = new long[(objects >>> GROUP_BITS) + 1];
        distances = new byte[objects];
        Arrays.fill(places, UNKNOWN);
    }

    @Override
    public void put(int object, long place) {
        int group = object >>> GROUP_BITS;
        long first = places[group];
        if (first == UNKNOWN) {
            // two threads may meet in a group, where the stretches end that they read
            long before = (long) PLACE.compareAndExchange(places, group, UNKNOWN, place);
            first = before == UNKNOWN ? place : before;
        }
        long distance = place - first;
        if (distance >= 0 && distance < LISTED) {
            distances[object] = (byte) distance;
        } else {
            distances[object] = (byte) LISTED;
            list(object, place);
        }
    }

    private synchronized void list(int object, long place) {
        if (count == listed.length) {
            listed = Arrays.copyOf(listed, 2 * count);
            listedPlaces = Arrays.copyOf(listedPlaces, 2 * count);
        }
        listed[count] = object;
        listedPlaces[count++] = place;
    }

    @Override
    public synchronized void finish() {
        long[] order = new long[count];
        for (int i = 0; i < count; i++) {
            order[i] = (long) listed[i] << 32 | i;
        }
        Arrays.sort(order);
        long[] sorted = new long[count];
        for (int i = 0; i < count; i++) {
            sorted[i] = listedPlaces[(int) order[i]];
        }
        listed = Arrays.stream(order).mapToInt(entry -> (int) (entry >>> 32)).toArray();
        listedPlaces = sorted;
    }

    @Override
    public long of(int object) {
        int distance = distances[object] & 0xff;
        if (distance == LISTED) {
            return listedPlaces[Arrays.binarySearch(listed, object)];
        }
        return places[object >>> GROUP_BITS] + distance;
    }
}
