package dev.offheap.parser.process;

/**
 * One line of a memory map, with the figures of {@code smaps} where these were captured; all in bytes.
 *
 * @param start first address, as an unsigned number
 * @param end first address behind it
 * @param permissions as printed, for example {@code rw-p}
 * @param offset into the file
 * @param inode of the file; 0 for anonymous memory
 * @param path as printed: a file, a name in square brackets, or empty
 */
public record MemoryRegion(
        long start,
        long end,
        String permissions,
        long offset,
        String device,
        long inode,
        String path,
        Resident resident) {

    public long bytes() {
        return end - start;
    }

    /** Resident bytes. */
    public long rss() {
        return resident.rss();
    }

    public boolean isFile() {
        return !path.isEmpty() && !path.startsWith("[");
    }

    /** Memory without a file: anonymous, or one of the kernel's named kinds. */
    public boolean isAnonymous() {
        return path.isEmpty() || path.startsWith("[");
    }

    public boolean isWritable() {
        return permissions.indexOf('w') == 1;
    }

    /** Whether writing to it reaches the file, and all others that map it. */
    public boolean isShared() {
        return permissions.endsWith("s");
    }

    /** Neither readable nor writable nor executable: a reserve or a guard. */
    public boolean isInaccessible() {
        return permissions.startsWith("---");
    }

    /** Whether the address lies in the region; addresses are unsigned. */
    public boolean contains(long address) {
        return Long.compareUnsigned(start, address) <= 0 && Long.compareUnsigned(address, end) < 0;
    }

    /** The last part of the path, without the mark of a deleted file. */
    public String baseName() {
        String file = path.endsWith(" (deleted)") ? path.substring(0, path.length() - " (deleted)".length()) : path;
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /**
     * What of a region is in memory.
     *
     * @param rss resident bytes
     * @param pss resident bytes, each page divided by the number of mappings that share it
     * @param anonymous resident bytes that belong to no file any more
     * @param privateDirty resident bytes of this process alone that were written to
     * @param hugePages anonymous resident bytes in transparent huge pages
     * @param swap bytes in swap
     */
    public record Resident(long rss, long pss, long anonymous, long privateDirty, long hugePages, long swap) {
        public static final Resident UNKNOWN = new Resident(0, 0, 0, 0, 0, 0);
    }
}
