package dev.offheap.classifiers.owner.v8;

import dev.offheap.classifiers.catalog.Catalog;
import dev.offheap.classifiers.catalog.Library;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** The owner that a label counts for: packages by the one that the application depends on, scripts by their place. */
final class PackageOwners {
    /** What only Node.js itself holds. */
    static final String NODE = "node-core";

    private final Map<String, Library> byPackage = new HashMap<>();
    private final Installed installed;
    private final String root;

    PackageOwners(Catalog catalog, Labels labels, Installed installed) {
        this.installed = installed;
        for (Library library : catalog.libraries()) {
            library.coordinates().forEach(name -> byPackage.put(name, library));
        }
        root = commonFolder(labels.all().stream()
                .filter(Label::isApplication)
                .map(Label::path)
                .toList());
    }

    String ownerOf(Label label) {
        return label.copy()
                .map(this::ownerOf)
                .orElseGet(() -> "app:" + label.path().substring(root.length()));
    }

    /**
     * A copy that is there for one package that the application asks for counts for that one; a nested copy for the
     * package it is nested in. One that several need counts for itself.
     */
    String ownerOf(PackageCopy copy) {
        SortedSet<String> roots = installed.rootsOf(copy);
        List<String> outer = copy.nestedIn();
        String direct = roots.size() == 1 ? roots.first() : outer.isEmpty() ? copy.name() : outer.get(0);
        return library(direct).map(Library::id).orElse("npm:" + direct);
    }

    Installed installed() {
        return installed;
    }

    Optional<Library> library(String packageName) {
        return Optional.ofNullable(byPackage.get(packageName));
    }

    /** The longest folder that all paths share, with its last slash: it says where the application is installed. */
    private static String commonFolder(List<String> paths) {
        if (paths.isEmpty()) {
            return "";
        }
        String common = paths.get(0).substring(0, paths.get(0).lastIndexOf('/') + 1);
        for (String path : paths) {
            while (!path.startsWith(common)) {
                common = common.substring(0, common.lastIndexOf('/', common.length() - 2) + 1);
            }
        }
        return common;
    }
}
