package dev.offheap.classifiers.owner;

import dev.offheap.classifiers.catalog.Catalog;
import dev.offheap.classifiers.catalog.Library;
import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.HeapType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The label of every object that has one by its class: a library of the catalog, or a package of the application.
 * Objects of the JDK and of transparent containers have none.
 */
final class Labels {
    /** No label. */
    static final char NONE = 0;

    /** Labels are kept in two bytes per object; an application of more packages shares the last one. */
    private static final int MOST = Character.MAX_VALUE;

    private final HeapGraph graph;
    private final char[] byType;
    private final Map<Integer, Character> byClassObject = new HashMap<>();
    private final int classType;
    private final List<String> owners = new ArrayList<>(List.of(""));
    private final Map<String, Character> numbers = new HashMap<>();

    Labels(TypeNames types, LibraryCopies copies, Catalog catalog) {
        graph = types.graph();
        classType = types.classType();
        byType = new char[graph.types().size()];
        PackageOwners packages = new PackageOwners(copies, catalog);
        for (HeapType type : graph.types()) {
            char label = packages.ownerOf(TypeNames.element(type.name()))
                    .map(library -> library.transparent() ? NONE : number(library.id()))
                    .orElseGet(() -> JdkNames.isJdk(graph, type) ? NONE : number(application(type)));
            byType[type.index()] = label;
            if (label != NONE && type.classObject() != HeapGraph.NONE) {
                byClassObject.put(type.classObject(), label);
            }
        }
    }

    private static String application(HeapType type) {
        return "app:" + TypeNames.packageOf(TypeNames.element(type.name()));
    }

    private char number(String owner) {
        return numbers.computeIfAbsent(owner, name -> {
            if (owners.size() == MOST) {
                return (char) (MOST - 1);
            }
            owners.add(name);
            return (char) (owners.size() - 1);
        });
    }

    /** Label an object has by its own class, or {@link #NONE}; a class object has that of the class it stands for. */
    char of(int object) {
        return of(object, graph.typeOf(object));
    }

    /** The same for an object whose type is known already. */
    char of(int object, int type) {
        return type == classType ? byClassObject.getOrDefault(object, NONE) : byType[type];
    }

    /** Label of all objects of a type, or {@link #NONE}; class objects have that of the class they stand for. */
    char ofType(int type) {
        return byType[type];
    }

    /** Number of an owner's label, or {@link #NONE} when nothing in the dump has it. */
    char numberOf(String owner) {
        return numbers.getOrDefault(owner, NONE);
    }

    /** Owner id behind a label. */
    String owner(char label) {
        return owners.get(label);
    }

    /** Number of labels, {@link #NONE} included. */
    int count() {
        return owners.size();
    }

    boolean isLibrary(char label) {
        return label != NONE && !owners.get(label).startsWith("app:");
    }

    /** Which library of the catalog a class name belongs to: the longest matching package wins. */
    private static final class PackageOwners {
        private final Map<String, Library> byPrefix = new HashMap<>();
        private final Map<String, Library> byClass = new HashMap<>();

        PackageOwners(LibraryCopies copies, Catalog catalog) {
            for (Library library : catalog.libraries()) {
                copies.packages(library).forEach(prefix -> byPrefix.put(prefix, library));
                library.classes().forEach(name -> byClass.put(name, library));
            }
        }

        Optional<Library> ownerOf(String className) {
            Library exact = byClass.get(className);
            if (exact != null) {
                return Optional.of(exact);
            }
            for (int dot = className.lastIndexOf('.'); dot > 0; dot = className.lastIndexOf('.', dot - 1)) {
                Library library = byPrefix.get(className.substring(0, dot + 1));
                if (library != null) {
                    return Optional.of(library);
                }
            }
            return Optional.empty();
        }
    }
}
