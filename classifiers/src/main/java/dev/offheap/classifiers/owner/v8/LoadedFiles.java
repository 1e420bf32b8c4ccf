package dev.offheap.classifiers.owner.v8;

import dev.offheap.classifiers.Basis;
import dev.offheap.classifiers.Owner;
import dev.offheap.classifiers.catalog.MemoryRule;
import dev.offheap.classifiers.owner.NativeBlock;
import dev.offheap.classifiers.owner.OwnerSums;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/** The native files of packages that are loaded: addons and engines. */
public final class LoadedFiles {
    private static final String PATTERN = "native files in memory";

    private final Map<String, List<NativeFile>> byOwner = new LinkedHashMap<>();

    /**
     * A file of a package.
     *
     * @param path as the process knew it
     * @param residentBytes of its mappings; empty where no process map tells
     */
    public record NativeFile(String path, OptionalLong residentBytes) {
        String baseName() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    LoadedFiles(List<NativeFile> files, PackageOwners owners) {
        for (NativeFile file : files) {
            PackageCopy.of(file.path())
                    .ifPresent(copy -> byOwner.computeIfAbsent(owners.ownerOf(copy), o -> new ArrayList<>())
                            .add(file));
        }
    }

    /** Adds what of them is resident, or that they are there. */
    void addTo(Map<String, OwnerSums> sums) {
        byOwner.forEach((owner, files) -> {
            OwnerSums sum = sums.computeIfAbsent(owner, o -> new OwnerSums());
            for (NativeFile file : files) {
                long bytes = file.residentBytes().orElse(0);
                sum.add(
                        PATTERN,
                        new NativeBlock(
                                -1,
                                -1,
                                Optional.of(owner),
                                Optional.of(PATTERN),
                                false,
                                bytes,
                                bytes,
                                bytes,
                                file.residentBytes(),
                                file.residentBytes().isPresent() ? Basis.MEASURED : Basis.INVENTORY,
                                MemoryRule.Space.MAPPED));
            }
        });
    }

    /** Whether a pattern of an owner is that of files that are loaded. */
    public static boolean isLoaded(Owner.Pattern pattern) {
        return pattern.label().equals(PATTERN);
    }

    /** Base names of an owner's files. */
    List<String> of(String owner) {
        TreeSet<String> names = new TreeSet<>();
        byOwner.getOrDefault(owner, List.of()).forEach(file -> names.add(file.baseName()));
        return List.copyOf(names);
    }
}
