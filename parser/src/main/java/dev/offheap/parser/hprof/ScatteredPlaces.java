package dev.offheap.parser.hprof;

/**
 * A place for each object, 4 bytes, or 5 where there are many edges. For dumps that hold objects in the order in which
 * the collector found them, as ZGC and Shenandoah write them.
 */
final class ScatteredPlaces implements Places, PlaceWriter {
    private final int[] low;
    private final byte[] high;

    ScatteredPlaces(int objects, boolean large) {
        low = new int[objects];
        high = new byte[large ? objects : 0];
    }

    @Override
    public PlaceWriter writer() {
        return this;
    }

    @Override
    public int gap(int last, int object) {
        return 0;
    }

    @Override
    public void put(int object, int gap, long place) {
        low[object] = (int) place;
        if (high.length > 0) {
            high[object] = (byte) (place >>> 32);
        }
    }

    @Override
    public void finish(byte[][] pages) {}

    @Override
    public long of(int object) {
        long place = Integer.toUnsignedLong(low[object]);
        return high.length == 0 ? place : place | (high[object] & 0xffL) << 32;
    }
}
