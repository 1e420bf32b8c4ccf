package dev.offheap.classifiers.ledger;

import dev.offheap.parser.process.MemoryRegion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a mapping is by its looks, where the JVM does not claim it. */
final class Mappings {
    /** glibc reserves each arena but the first at a multiple of this, and takes no more than this for it. */
    private static final long ARENA = 64L << 20;

    /** Below lie programs and Java heaps with compressed references, above what the kernel places by itself. */
    private static final long LOW = 1L << 40;

    /** Zeroed data of a library is never larger in practice; what is, has other memory glued to it. */
    private static final long LARGEST_BSS = 2L << 20;

    private static final long LARGEST_GUARD = 64L << 10;
    private static final long LARGEST_STACK = 64L << 20;
    private static final Pattern LIBRARY = Pattern.compile(".*\\.so(\\.\\d+)*");

    private final List<MemoryRegion> regions;
    private final Set<String> executable = new HashSet<>();

    Mappings(List<MemoryRegion> regions) {
        this.regions = regions;
        for (MemoryRegion region : regions) {
            if (region.isFile() && region.permissions().indexOf('x') == 2) {
                executable.add(region.path());
            }
        }
    }

    /**
     * @param index of a region that the JVM does not claim as a whole
     * @param rest what anonymous memory is taken for that looks like nothing else
     */
    Use of(int index, Use rest) {
        MemoryRegion region = regions.get(index);
        if (region.isFile()) {
            if (isClassArchive(region)) {
                return Use.CDS;
            }
            return isLibrary(region) ? Use.LIBRARY : Use.FILE;
        }
        String name = region.path();
        if (name.equals("[heap]")) {
            return Use.MAIN_ARENA;
        }
        if (name.startsWith("[stack") || name.contains("pthread stack")) {
            return Use.OTHER_STACKS;
        }
        if (name.contains("malloc arena")) {
            return Use.ARENA;
        }
        if (name.contains("glibc: malloc")) {
            return Use.MALLOC;
        }
        if (name.startsWith("[v")) {
            return Use.KERNEL;
        }
        if (isBss(index)) {
            return Use.LIBRARY;
        }
        if (isArena(index)) {
            return Use.ARENA;
        }
        return isStack(index) ? Use.OTHER_STACKS : rest;
    }

    /** The library whose zeroed data an anonymous region is, or the region itself. */
    MemoryRegion owner(int index) {
        return isBss(index) ? regions.get(index - 1) : regions.get(index);
    }

    boolean isLibrary(MemoryRegion region) {
        return LIBRARY.matcher(region.baseName()).matches() || executable.contains(region.path());
    }

    /** An archive of classes, by the ending that the JDK gives it; a part of it may lie in the Java heap. */
    static boolean isClassArchive(MemoryRegion region) {
        return region.baseName().endsWith(".jsa");
    }

    /** Zeroed data of a library: without a name, writable, directly behind its writable part. */
    private boolean isBss(int index) {
        MemoryRegion region = regions.get(index);
        if (index == 0 || !region.path().isEmpty() || !region.isWritable() || region.bytes() > LARGEST_BSS) {
            return false;
        }
        MemoryRegion before = regions.get(index - 1);
        return before.end() == region.start() && before.isFile() && before.isWritable() && isLibrary(before);
    }

    /** Whether any of some regions looks like an arena. */
    boolean hasArena(int from, int to) {
        for (int i = from; i < to; i++) {
            if (isArena(i)) {
                return true;
            }
        }
        return false;
    }

    /** An arena: begins at its multiple, and is followed by its reserve up to the next, unless it is full. */
    private boolean isArena(int index) {
        MemoryRegion region = regions.get(index);
        if (region.start() % ARENA != 0 || !region.isWritable()) {
            return false;
        }
        if (region.bytes() % ARENA == 0) {
            // Full arenas, side by side. A Java heap may look the same, but with compressed references it lies low.
            return region.bytes() <= 4 * ARENA && region.start() > LOW;
        }
        long boundary = region.start() + (region.bytes() / ARENA + 1) * ARENA;
        return index + 1 < regions.size()
                && regions.get(index + 1).isInaccessible()
                && regions.get(index + 1).start() == region.end()
                && Long.compareUnsigned(regions.get(index + 1).end(), boundary) >= 0;
    }

    /** A stack: behind a guard that may not be touched, and not an arena behind the reserve of another. */
    private boolean isStack(int index) {
        MemoryRegion region = regions.get(index);
        if (index == 0 || !region.isWritable() || region.bytes() > LARGEST_STACK) {
            return false;
        }
        MemoryRegion guard = regions.get(index - 1);
        return guard.isInaccessible() && guard.end() == region.start() && guard.bytes() <= LARGEST_GUARD;
    }
}
