package dev.offheap.parser.node;

import java.util.List;
import java.util.SortedSet;

/**
 * What a project folder has installed.
 *
 * @param input base name of the folder
 * @param production names of packages that it asks for itself
 * @param development those that it asks for in development only
 * @param packages every installed copy; those of the lock file where none are installed
 * @param snapshots heap snapshots that lie in it: their number
 * @param snapshotBytes and their size on disk
 * @param poolLimits values of {@code connection_limit} in connection URLs; all else of a URL is left where it is
 */
public record Project(
        String input,
        SortedSet<String> production,
        SortedSet<String> development,
        List<InstalledPackage> packages,
        int snapshots,
        long snapshotBytes,
        List<Long> poolLimits) {
    public Project {
        packages = List.copyOf(packages);
        poolLimits = List.copyOf(poolLimits);
    }

    /** Size of all packages on disk, in bytes. */
    public long bytesOnDisk() {
        return packages.stream().mapToLong(InstalledPackage::bytesOnDisk).sum();
    }
}
