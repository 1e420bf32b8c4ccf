package dev.offheap.parser.profile;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which allocations are live at the end, from events in any order.
 *
 * <p>A recording holds the events of each thread together, not in the order of time. An address is live when the last
 * thing that happened to it was an allocation, so one entry per address is enough, however many events there are.
 */
final class LiveAllocations {
    /** Addresses kept: some 200 MB; a recording with more is to be sampled. */
    private static final int MOST = 1 << 22;

    private static final int FREED = -1;

    private long[] addresses = new long[1 << 12];
    private long[] times = new long[1 << 12];
    private long[] sizes = new long[1 << 12];
    private int[] libraries = new int[1 << 12];
    private int count;
    private boolean overflow;

    /**
     * An allocation.
     *
     * @param address not 0
     * @param library any number from 0 that stands for who asked
     */
    void allocated(long address, long time, long bytes, int library) {
        put(address, time, bytes, library);
    }

    void freed(long address, long time) {
        put(address, time, 0, FREED);
    }

    /** Whether addresses were left out because there were too many. */
    boolean overflow() {
        return overflow;
    }

    /** Share of the freed addresses whose allocation was not seen: it was before the recording, or not sampled. */
    double unseen() {
        long freed = 0;
        long unseen = 0;
        for (int i = 0; i < addresses.length; i++) {
            if (addresses[i] != 0 && libraries[i] == FREED) {
                freed++;
                unseen += sizes[i] == 0 ? 1 : 0;
            }
        }
        return freed == 0 ? 0 : (double) unseen / freed;
    }

    /**
     * Live bytes by library.
     *
     * @param interval bytes that a sample stands for when it is smaller; 0 when every allocation was recorded
     */
    Map<Integer, Long> live(long interval) {
        Map<Integer, Long> live = new TreeMap<>();
        for (int i = 0; i < addresses.length; i++) {
            if (addresses[i] != 0 && libraries[i] != FREED) {
                live.merge(libraries[i], Math.max(sizes[i], interval), Long::sum);
            }
        }
        return live;
    }

    private void put(long address, long time, long bytes, int library) {
        if (address == 0) {
            return;
        }
        int slot = slot(address);
        boolean known = addresses[slot] == address;
        if (!known && count >= MOST) {
            overflow = true;
            return;
        }
        if (known && (time < times[slot] || time == times[slot] && library == FREED)) {
            sizes[slot] = Math.max(sizes[slot], bytes); // older, yet it tells that the allocation was seen
            return; // of two at one time the allocation came last: nothing can be freed before it is there
        }
        addresses[slot] = address;
        times[slot] = time;
        sizes[slot] = library == FREED ? sizes[slot] : bytes;
        libraries[slot] = library;
        if (!known && ++count * 2 > addresses.length) {
            grow();
        }
    }

    private int slot(long address) {
        int mask = addresses.length - 1;
        int slot = (int) ((address * 0x9E3779B97F4A7C15L) >>> 40) & mask;
        while (addresses[slot] != 0 && addresses[slot] != address) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldAddresses = addresses;
        long[] oldTimes = times;
        long[] oldSizes = sizes;
        int[] oldLibraries = libraries;
        int length = 2 * oldAddresses.length;
        addresses = new long[length];
        times = Arrays.copyOf(oldTimes, length);
        sizes = Arrays.copyOf(oldSizes, length);
        libraries = Arrays.copyOf(oldLibraries, length);
        for (int i = 0; i < oldAddresses.length; i++) {
            if (oldAddresses[i] != 0) {
                int slot = slot(oldAddresses[i]);
                addresses[slot] = oldAddresses[i];
                times[slot] = oldTimes[i];
                sizes[slot] = oldSizes[i];
                libraries[slot] = oldLibraries[i];
            }
        }
    }
}
