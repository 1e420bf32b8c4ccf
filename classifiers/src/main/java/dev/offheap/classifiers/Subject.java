package dev.offheap.classifiers;

import dev.offheap.parser.RuntimeKind;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The process a report is about.
 *
 * @param runtimeVersion for example {@code 17.0.15+6}; empty when no input says
 * @param pid process id in the place where the captures were taken
 * @param capturedAt when the evidence was taken, from the files themselves
 */
public record Subject(
        RuntimeKind runtime, Optional<String> runtimeVersion, OptionalLong pid, Optional<Instant> capturedAt) {}
