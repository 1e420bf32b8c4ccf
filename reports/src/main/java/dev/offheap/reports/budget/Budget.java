package dev.offheap.reports.budget;

import java.util.Map;

/**
 * The limits of a budget file.
 *
 * @param figures by {@code rss}, {@code heap}, {@code native} or {@code residual}; shares are of the resident size
 * @param owners by id; {@code *} holds for every owner without a limit of its own; shares are of the resident size
 * @param categories by id; shares are of the resident size
 * @param growth limits on what was added since the baseline; shares are of what the baseline had
 */
public record Budget(
        Map<String, Limit> figures, Map<String, Limit> owners, Map<String, Limit> categories, Growth growth) {
    /** Stands for every owner or category without a limit of its own. */
    static final String ANY = "*";

    /** Limits on growth against a baseline, as those of {@link Budget}. */
    record Growth(Map<String, Limit> figures, Map<String, Limit> owners, Map<String, Limit> categories) {
        static final Growth NONE = new Growth(Map.of(), Map.of(), Map.of());
    }

    /** Whether it can only be checked against an earlier report. */
    public boolean needsBaseline() {
        return !growth.equals(Growth.NONE);
    }
}
