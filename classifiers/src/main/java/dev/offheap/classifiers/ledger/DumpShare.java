package dev.offheap.classifiers.ledger;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What the analysis of a heap dump adds to the ledger; bytes.
 *
 * @param directBytes memory of direct buffers and foreign memory segments: the part that the dump explains of what the
 *     JVM's tracking calls "Other" ("Internal" on JDK 8)
 * @param mappedBytes capacity of buffers that map files; these are resident under the file's name
 * @param liveHeapBytes shallow bytes of the objects that are reachable; empty without a dump
 * @param jni what JNI libraries are modelled to hold, by owner id
 */
public record DumpShare(long directBytes, long mappedBytes, OptionalLong liveHeapBytes, Map<String, Modelled> jni) {
    /** No heap dump. */
    public static final DumpShare NONE = new DumpShare(0, 0, OptionalLong.empty(), Map.of());

    public DumpShare {
        jni = Collections.unmodifiableMap(new TreeMap<>(jni));
    }

    /**
     * Bytes of one owner, from counts in the dump and known costs.
     *
     * @param name of the owner, for people
     * @param low what it surely holds
     * @param typical best single figure
     * @param high what it holds at most
     */
    public record Modelled(String name, long low, long typical, long high) {}
}
