package dev.offheap.parser.graph;

/**
 * The content of one object. Fields are asked for by name; where a superclass has a field of the same name the most
 * derived one answers.
 */
public interface HeapObject {
    int id();

    HeapType type();

    /** True when the object has an instance field of that name, whatever its value. */
    boolean has(String field);

    /**
     * Value of a field as {@link HeapType.StaticField#bits()} describes it: a number, or the object referred to.
     *
     * @throws IllegalArgumentException when there is no such field; ask {@link #has} first
     */
    long bits(String field);

    /** What a reference field refers to; {@link HeapGraph#NONE} when null, absent, or not in the dump. */
    int reference(String field);

    /** Number of elements; 0 for what is no array. */
    int length();

    /**
     * One element of an array, as {@link #bits(String)} describes values.
     *
     * @throws IndexOutOfBoundsException outside 0 to {@link #length()} - 1
     */
    long element(int index);
}
