package dev.offheap.parser.graph;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a dump as a whole.
 *
 * @param format how the file names its format, for example {@code JAVA PROFILE 1.0.2}
 * @param identifierBytes size of an object identifier in the file: 4 or 8
 * @param dumpedAt when the dump says it was written
 * @param complete false when the file ends before its last record does
 */
public record HeapFacts(String format, int identifierBytes, Optional<Instant> dumpedAt, boolean complete) {}
