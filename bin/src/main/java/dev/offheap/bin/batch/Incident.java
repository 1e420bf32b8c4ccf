package dev.offheap.bin.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Files that belong together.
 *
 * @param id path of its folder below the batch's, or a name made of what its files have in common; unique, with slashes
 * @param inputs a folder, or files
 */
public record Incident(String id, List<Path> inputs) {
    public Incident {
        inputs = List.copyOf(inputs);
    }

    /** Whether it is made of files that lay beside others, rather than of a folder of its own. */
    public boolean isLoose() {
        return Files.isRegularFile(inputs.get(0));
    }
}
