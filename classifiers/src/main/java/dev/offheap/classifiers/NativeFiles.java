package dev.offheap.classifiers;

import dev.offheap.classifiers.catalog.Catalog;
import dev.offheap.classifiers.catalog.Library;
import dev.offheap.parser.Evidence;
import dev.offheap.parser.RuntimeKind;
import dev.offheap.parser.process.MemoryRegion;
import dev.offheap.parser.process.ProcessMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The native files of libraries as the process maps show them: what of each is resident, and which libraries are there
 * that a heap dump does not name, because another native library loaded them.
 */
final class NativeFiles {
    private final Map<String, Long> residentByName = new TreeMap<>();

    private NativeFiles(List<MemoryRegion> regions) {
        regions.stream()
                .filter(MemoryRegion::isFile)
                .forEach(region -> residentByName.merge(region.baseName(), region.rss(), Long::sum));
    }

    /** Of the last process map that says what is resident; without one nothing is known. */
    static NativeFiles of(Evidence evidence) {
        return new NativeFiles(evidence.captures().maps().stream()
                .filter(ProcessMap::measured)
                .reduce((first, second) -> second)
                .map(ProcessMap::regions)
                .orElse(List.of()));
    }

    /** A file with its resident size, where that is known. */
    String describe(String file) {
        return residentByName.containsKey(file)
                ? file + " (" + Sizes.text(residentByName.get(file)) + " resident)"
                : file;
    }

    /** The owners, and behind them with no bytes the libraries that only the process maps show. */
    List<Owner> addTo(List<Owner> owners, Catalog catalog) {
        if (owners.isEmpty()) {
            return owners;
        }
        List<Owner> all = new ArrayList<>(owners);
        for (Library library : catalog.libraries()) {
            List<String> files =
                    residentByName.keySet().stream().filter(library::hasNative).toList();
            if (!files.isEmpty()
                    && owners.stream().noneMatch(owner -> owner.id().equals(library.id()))) {
                all.add(present(library, files));
            }
        }
        return all;
    }

    private static Owner present(Library library, List<String> files) {
        return new Owner(
                library.id(),
                library.name(),
                RuntimeKind.JVM,
                library.category(),
                library.risk(),
                Optional.empty(),
                0,
                0,
                0,
                OptionalLong.empty(),
                Basis.INVENTORY,
                0,
                0,
                List.of(),
                files,
                List.of(),
                List.of());
    }
}
