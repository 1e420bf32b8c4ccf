package dev.offheap.parser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What files were like when reading them began: the figures of one that changed meanwhile are of no moment at all. */
public final class Stamps {
    private final Map<String, Stamp> stamps = new LinkedHashMap<>();

    /** @param key of the file system, for the file rather than its name; may be null */
    private record Stamp(Path file, long bytes, FileTime modified, Object key) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(file, now.size(), now.lastModifiedTime(), now.fileKey());
        }
    }

    /** Notes what a file is like. What has no size, as in {@code /proc}, has no times that say something either. */
    public void add(String name, Path file) {
        try {
            Stamp stamp = Stamp.of(file);
            if (stamp.bytes() > 0) {
                stamps.put(name, stamp);
            }
        } catch (IOException unreadable) {
            stamps.remove(name); // who reads it says why it cannot be read
        }
    }

    /** What became of a file, and what to do; empty when it is as it was. */
    public Optional<String> change(String name) {
        Stamp before = stamps.get(name);
        return before == null
                ? Optional.empty()
                : change(before).map(what -> what + " while it was read; wait until it is whole, or pass a copy");
    }

    private static Optional<String> change(Stamp before) {
        try {
            Stamp now = Stamp.of(before.file());
            if (!Objects.equals(now.key(), before.key())) {
                return Optional.of("it was replaced by another file");
            } else if (now.bytes() != before.bytes()) {
                String how = now.bytes() > before.bytes() ? "grew" : "shrank";
                return Optional.of("it " + how + " from " + before.bytes() + " to " + now.bytes() + " bytes");
            }
            return now.modified().equals(before.modified()) ? Optional.empty() : Optional.of("it was written to");
        } catch (IOException gone) {
            return Optional.of("it was removed");
        }
    }
}
