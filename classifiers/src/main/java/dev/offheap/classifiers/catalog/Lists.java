package dev.offheap.classifiers.catalog;

import java.util.List;
import java.util.Optional;

/** What a catalog file leaves out is empty, never null. */
final class Lists {
    private Lists() {}

    static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    @SuppressWarnings("OptionalAssignedToNull")
    static <T> Optional<T> orEmpty(Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }
}
