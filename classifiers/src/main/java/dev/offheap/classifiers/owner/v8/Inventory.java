package dev.offheap.classifiers.owner.v8;

import dev.offheap.classifiers.Proof;
import dev.offheap.classifiers.Sizes;
import dev.offheap.classifiers.catalog.Library;
import dev.offheap.parser.node.InstalledPackage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What is installed of each owner, whether it shows memory or not. */
final class Inventory {
    private static final int MOST_SHOWN = 5;

    private final Map<String, List<InstalledPackage>> byOwner = new LinkedHashMap<>();

    /** Packages of the catalog, and those with native files. */
    Inventory(Installed installed, List<Library> libraries, PackageOwners owners) {
        for (Library library : libraries) {
            for (String name : library.coordinates()) {
                installed
                        .named(name)
                        .forEach(one -> byOwner.computeIfAbsent(library.id(), o -> new ArrayList<>())
                                .add(one));
            }
        }
        for (InstalledPackage one : installed.all()) {
            if (!one.natives().isEmpty() && owners.library(one.name()).isEmpty()) {
                byOwner.computeIfAbsent("npm:" + one.name(), o -> new ArrayList<>())
                        .add(one);
            }
        }
    }

    /** Ids of owners that are installed. */
    Iterable<String> owners() {
        return byOwner.keySet();
    }

    /** Versions of an owner's first package that are installed. */
    TreeSet<String> versions(String owner) {
        TreeSet<String> versions = new TreeSet<>();
        List<InstalledPackage> copies = byOwner.getOrDefault(owner, List.of());
        copies.stream()
                .filter(one -> one.name().equals(copies.get(0).name()))
                .forEach(one -> one.version().ifPresent(versions::add));
        return versions;
    }

    /** Base names of native files. */
    List<String> natives(String owner) {
        TreeSet<String> names = new TreeSet<>();
        byOwner.getOrDefault(owner, List.of()).forEach(one -> one.natives().forEach(file -> names.add(file.name())));
        return List.copyOf(names);
    }

    /** One sentence for each copy. */
    List<Proof> proofs(String owner) {
        return byOwner.getOrDefault(owner, List.of()).stream()
                .limit(MOST_SHOWN)
                .map(one -> Proof.of("installed: " + one.name()
                        + one.version().map(version -> " " + version).orElse("") + " in " + one.directory()
                        + (one.bytesOnDisk() > 0 ? ", " + Sizes.text(one.bytesOnDisk()) + " on disk" : "")
                        + (one.builds() ? ", with native code" : "")))
                .toList();
    }
}
