package dev.offheap.parser;

import java.util.Optional;

/**
 * A file that was passed, and what became of it.
 *
 * @param name base name (relative to the folder that was passed), never a full path
 * @param kind what it was found to be by its content, for example {@code hprof}, {@code nmt}, {@code smaps}
 * @param bytes its size on disk
 * @param sha256 lower-case hexadecimal digest of the file as it lies on disk; empty when it could not be read
 * @param note what a reader of the report should know, one line
 */
public record InputFile(
        String name, String kind, long bytes, Optional<String> sha256, Status status, Optional<String> note) {
    /** What became of an input. */
    public enum Status {
        READ,
        PARTIAL,
        IGNORED,
        FAILED
    }
}
