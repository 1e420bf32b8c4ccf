package dev.offheap.classifiers;

/**
 * The direct buffers of one kind.
 *
 * @param kind for people: {@code view of other memory}, {@code JDK image}, ...
 * @param bytes their capacity (with alignment where they own the memory)
 * @param counted whether these bytes are memory of their own; views and mapped files are not
 */
public record BufferCount(String kind, long objects, long bytes, boolean counted) {}
