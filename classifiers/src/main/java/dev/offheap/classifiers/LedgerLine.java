package dev.offheap.classifiers;

import java.util.List;
import java.util.Optional;

/**
 * One line of the ledger.
 *
 * @param id stable and unique within a report, for example {@code rss}, {@code c-heap}, {@code c-heap.other}
 * @param parent id of the line this is a part of; empty for the root
 * @param label for people
 * @param bytes may be negative for a residual only
 * @param sources which inputs the figure comes from, by kind: {@code smaps}, {@code nmt}, {@code vm-info}, {@code heap-dump}
 */
public record LedgerLine(
        String id, Optional<String> parent, String label, long bytes, Basis basis, List<String> sources) {
    public LedgerLine {
        sources = List.copyOf(sources);
    }
}
