package dev.offheap.classifiers.catalog;

import dev.offheap.parser.RuntimeKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The libraries that are known, by id, in the order of their ids. */
public final class Catalog {
    private final Map<String, Library> byId;

    public Catalog(List<Library> libraries) {
        byId = new LinkedHashMap<>();
        libraries.stream()
                .sorted(Comparator.comparing(Library::id))
                .forEach(library -> byId.put(library.id(), library));
    }

    public List<Library> libraries() {
        return List.copyOf(byId.values());
    }

    /** The libraries of one runtime: of two with the same names, a heap holds only its own. */
    public Catalog of(RuntimeKind runtime) {
        return new Catalog(byId.values().stream()
                .filter(library -> library.runtime() == runtime)
                .toList());
    }

    public Optional<Library> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** This catalog with others added; an entry of the same id replaces the one that is here. */
    public Catalog with(List<Library> more) {
        Map<String, Library> all = new LinkedHashMap<>(byId);
        more.forEach(library -> all.put(library.id(), library));
        return new Catalog(new ArrayList<>(all.values()));
    }
}
