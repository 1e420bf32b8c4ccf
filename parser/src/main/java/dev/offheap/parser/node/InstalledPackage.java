package dev.offheap.parser.node;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * One copy of a package in a project.
 *
 * @param name as in its {@code package.json}, with its scope
 * @param version of this copy
 * @param directory relative to the project, with forward slashes
 * @param dependencies names of the packages that it asks for
 * @param bytesOnDisk its files, those of packages nested in it left out; 0 when it is known from a lock file only
 * @param natives its native files: addons and engines
 * @param builds whether it has native code to build ({@code binding.gyp}) or ready-made ({@code prebuilds})
 */
public record InstalledPackage(
        String name,
        Optional<String> version,
        String directory,
        SortedSet<String> dependencies,
        long bytesOnDisk,
        List<NativeFile> natives,
        boolean builds) {
    public InstalledPackage {
        natives = List.copyOf(natives);
    }

    /** A native file by its base name, and its size on disk in bytes. */
    public record NativeFile(String name, long bytes) {}
}
