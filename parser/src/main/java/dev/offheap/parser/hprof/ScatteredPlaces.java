package dev.offheap.parser.hprof;

/**
 * A place for each object, 4 bytes, or 5 where there are many references. For dumps that hold objects in the order in
 * which the collector found them, as ZGC and Shenandoah write them.
 */
final class ScatteredPlaces implements Places {
    private final int[] low;
    private final byte[] high;

    /** @param wide whether places may need more than 32 bits */
    ScatteredPlaces(int objects, boolean wide) {
        low = new int[objects];
        high = new byte[wide ? objects : 0];
    }

    @Override
    public void put(int object, long place) {
        low[object] = (int) place;
        if (high.length > 0) {
            high[object] = (byte) (place >>> 32);
        }
    }

    @Override
    public void finish() {
        // each place is whole at once
    }

    @Override
    public long of(int object) {
        long place = Integer.toUnsignedLong(low[object]);
        return high.length == 0 ? place : place | (high[object] & 0xffL) << 32;
    }
}
