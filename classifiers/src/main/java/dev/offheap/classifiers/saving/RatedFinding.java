package dev.offheap.classifiers.saving;

import dev.offheap.classifiers.Finding;

/**
 * A finding with what its saving is a part of.
 *
 * @param part name of the part of the owner that would shrink; findings on one part overlap
 */
public record RatedFinding(Finding finding, String part) {}
