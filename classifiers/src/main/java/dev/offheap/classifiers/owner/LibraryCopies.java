package dev.offheap.classifiers.owner;

import dev.offheap.classifiers.catalog.Catalog;
import dev.offheap.classifiers.catalog.Library;
import dev.offheap.parser.graph.HeapType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Where in a dump each library of the catalog is: under its own name, and where it was relocated (shaded) under others.
 */
final class LibraryCopies {
    private final TypeNames types;
    private final Map<String, List<String>> prefixes = new HashMap<>();

    LibraryCopies(TypeNames types, Catalog catalog) {
        this.types = types;
        for (Library library : catalog.libraries()) {
            prefixes.put(library.id(), library.relocatable().map(this::prefixes).orElse(List.of("")));
        }
    }

    private List<String> prefixes(Library.Relocation relocation) {
        TreeSet<String> found = new TreeSet<>(List.of(relocation.home() + "."));
        for (HeapType type : types.graph().types()) {
            String name = type.name();
            if (endsAtBoundary(name, relocation.marker()) && hasFields(type, relocation.fields())) {
                found.add(name.substring(0, name.length() - relocation.marker().length()));
            }
        }
        return new ArrayList<>(found);
    }

    private static boolean endsAtBoundary(String name, String marker) {
        int start = name.length() - marker.length();
        return start >= 0 && name.endsWith(marker) && (start == 0 || name.charAt(start - 1) == '.');
    }

    private static boolean hasFields(HeapType type, List<String> fields) {
        return fields.stream()
                .allMatch(field -> type.fields().stream().anyMatch(f -> f.name().equals(field))
                        || type.statics().stream().anyMatch(f -> f.name().equals(field)));
    }

    /** Package prefixes, each ending in a dot, under which classes are this library's. */
    List<String> packages(Library library) {
        List<String> all = new ArrayList<>();
        library.packages().forEach(name -> all.add(name + "."));
        library.relocatable()
                .flatMap(Library.Relocation::root)
                .ifPresent(root -> prefixes.get(library.id()).forEach(prefix -> all.add(prefix + root + ".")));
        return all;
    }

    /** The types of this class name in every copy of the library, and their subclasses. */
    List<HeapType> family(Library library, String className) {
        return prefixes.get(library.id()).stream()
                .flatMap(prefix -> types.family(prefix + className).stream())
                .distinct()
                .toList();
    }
}
