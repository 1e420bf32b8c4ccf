package dev.offheap.parser.capture;

import dev.offheap.parser.InputException;
import dev.offheap.parser.graph.HeapGraph;
import java.nio.file.Path;

/** Opens a heap dump; the engines stand behind it. */
@FunctionalInterface
public interface HeapReader {
    /**
     * Opens a dump that begins with the HPROF header, as it is or compressed by gzip.
     *
     * @param file as it lies on disk
     * @param name what messages call it
     * @throws InputException when it cannot be read
     */
    HeapGraph open(Path file, String name) throws InputException;
}
