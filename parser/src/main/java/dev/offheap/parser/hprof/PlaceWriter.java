package dev.offheap.parser.hprof;

/** Notes where the edges of objects are. Each thread that writes has one. */
interface PlaceWriter {
    /** Answer of {@link #gap} where empty objects do not help. */
    int APART = -1;

    /**
     * How many empty objects have to be written before an object, so that it is found by counting from its neighbours;
     * {@link #APART} when its neighbours by number are not its neighbours by place.
     *
     * @param last the object that lies directly before it in the same page, or a negative number
     */
    int gap(int last, int object);

    /**
     * Notes a place.
     *
     * @param gap what {@link #gap} answered
     * @param place of the object, or of the first empty one before it
     */
    void put(int object, int gap, long place);
}
