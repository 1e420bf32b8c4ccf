package dev.offheap.classifiers;

import java.util.List;

/** Owners of one kind: what they hold, and the least and most that can be had back from them together. */
public record Category(String id, List<String> owners, long beforeBytes, Saving saving) {
    public Category {
        owners = List.copyOf(owners);
    }
}
