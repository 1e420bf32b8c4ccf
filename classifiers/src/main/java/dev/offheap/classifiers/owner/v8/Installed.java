package dev.offheap.classifiers.owner.v8;

import dev.offheap.parser.node.InstalledPackage;
import dev.offheap.parser.node.Project;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What projects have installed: versions of copies, and which of the packages asked for led to a copy. */
final class Installed {
    private static final String MODULES = "node_modules/";

    private final Map<String, InstalledPackage> byDirectory = new LinkedHashMap<>();
    private final Map<String, List<InstalledPackage>> byName = new HashMap<>();
    private final Map<String, SortedSet<String>> roots = new HashMap<>();
    private final Set<String> direct = new TreeSet<>();

    Installed(List<Project> projects) {
        for (Project project : projects) {
            for (InstalledPackage one : project.packages()) {
                byDirectory.putIfAbsent(one.directory(), one);
                byName.computeIfAbsent(one.name(), n -> new ArrayList<>()).add(one);
            }
            direct.addAll(project.production());
            direct.addAll(project.development());
        }
        direct.forEach(this::spread);
    }

    /** Marks all that a package asked for needs, by the way in which Node.js looks packages up. */
    private void spread(String root) {
        Deque<InstalledPackage> queue = new ArrayDeque<>(resolve("", root));
        Set<InstalledPackage> seen = new HashSet<>(queue);
        while (!queue.isEmpty()) {
            InstalledPackage at = queue.remove();
            roots.computeIfAbsent(at.directory(), d -> new TreeSet<>()).add(root);
            for (String name : at.dependencies()) {
                for (InstalledPackage next : resolve(at.directory() + "/", name)) {
                    if (seen.add(next)) {
                        queue.add(next);
                    }
                }
            }
        }
    }

    /** In the folder's own {@code node_modules}, then in those above; behind links, as pnpm has them, by name. */
    private List<InstalledPackage> resolve(String from, String name) {
        String folder = from;
        while (true) {
            InstalledPackage found = byDirectory.get(folder + MODULES + name);
            if (found != null) {
                return List.of(found);
            }
            if (folder.isEmpty()) {
                return byName.getOrDefault(name, List.of());
            }
            folder = folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
        }
    }

    boolean isEmpty() {
        return byDirectory.isEmpty();
    }

    /** The installed copy that the process knew by this directory. */
    Optional<InstalledPackage> find(PackageCopy copy) {
        String path = copy.directory();
        for (int at = path.indexOf("/" + MODULES); at >= 0; at = path.indexOf("/" + MODULES, at + 1)) {
            InstalledPackage found = byDirectory.get(path.substring(at + 1));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    Optional<String> versionOf(PackageCopy copy) {
        return find(copy).flatMap(InstalledPackage::version).or(copy::version);
    }

    /** The packages asked for that need a copy; the copy's own name alone when it is asked for itself. */
    SortedSet<String> rootsOf(PackageCopy copy) {
        Optional<InstalledPackage> found = find(copy);
        if (found.isEmpty()) {
            return new TreeSet<>();
        }
        boolean top = resolve("", copy.name()).contains(found.get());
        return direct.contains(copy.name()) && top
                ? new TreeSet<>(Set.of(copy.name()))
                : roots.getOrDefault(found.get().directory(), new TreeSet<>());
    }

    List<InstalledPackage> named(String name) {
        return byName.getOrDefault(name, List.of());
    }

    List<InstalledPackage> all() {
        return List.copyOf(byDirectory.values());
    }
}
