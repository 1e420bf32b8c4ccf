package dev.offheap.classifiers.owner;

import dev.offheap.classifiers.catalog.Library;
import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.HeapStrings;
import dev.offheap.parser.graph.HeapType;
import java.util.List;
import java.util.TreeSet;

/** The native files that the process had loaded, as far as a heap dump tells: by base name only. */
final class DumpInventory {
    private final List<String> nativeFiles;

    DumpInventory(TypeNames types) {
        nativeFiles = names(
                types,
                "name",
                "jdk.internal.loader.NativeLibraries$NativeLibraryImpl",
                "java.lang.ClassLoader$NativeLibrary");
    }

    private static List<String> names(TypeNames types, String field, String... classNames) {
        HeapGraph graph = types.graph();
        TreeSet<String> names = new TreeSet<>();
        for (String className : classNames) {
            for (HeapType type : types.family(className)) {
                graph.instancesOf(type.index())
                        .forEach(id -> HeapStrings.read(graph, graph.object(id).reference(field))
                                .map(DumpInventory::baseName)
                                .ifPresent(names::add));
            }
        }
        return List.copyOf(names);
    }

    static String baseName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /** Native files of a library that are loaded. */
    List<String> nativesOf(Library library) {
        return nativeFiles.stream().filter(library::hasNative).toList();
    }
}
