package dev.offheap.classifiers.owner;

import dev.offheap.classifiers.catalog.Library;
import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.HeapObject;
import dev.offheap.parser.graph.HeapStrings;
import dev.offheap.parser.graph.HeapType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a library: from the name of an open jar, or else from what the manifest of its jar says of its
 * packages, which {@code java.lang.Package} keeps when the jar has been closed.
 *
 * <p>A manifest is believed only where all packages under it belong to one library: that of an application packed into
 * one jar speaks for the application. Fields of {@code java.util.zip.ZipFile} (JDK 8 to 25) and
 * {@code java.lang.Package$VersionInfo} (JDK 9 to 25).
 */
final class LibraryVersions {
    private static final List<String> JAR_NAME_FIELDS = List.of("name", "fileName", "filePath");

    private final HeapGraph graph;
    private final LibraryCopies copies;
    private final Set<String> jars = new TreeSet<>();
    private final List<PackageVersion> packages = new ArrayList<>();
    private final Map<Integer, Set<Optional<Library>>> librariesByManifest = new HashMap<>();

    /** @param manifest the string of the version, which all packages of one manifest share */
    private record PackageVersion(String name, int manifest, String version) {}

    LibraryVersions(TypeNames types, LibraryCopies copies, List<Library> libraries) {
        graph = types.graph();
        this.copies = copies;
        for (HeapType type : types.family("java.util.zip.ZipFile")) {
            graph.instancesOf(type.index()).mapToObj(graph::object).forEach(this::jar);
        }
        for (HeapType type : types.family("java.lang.Package")) {
            graph.instancesOf(type.index()).mapToObj(graph::object).forEach(this::packageOf);
        }
        for (PackageVersion each : packages) {
            librariesByManifest
                    .computeIfAbsent(each.manifest(), m -> new HashSet<>())
                    .add(libraries.stream()
                            .filter(library -> contains(library, each.name()))
                            .findFirst());
        }
    }

    private void jar(HeapObject file) {
        JAR_NAME_FIELDS.forEach(
                field -> text(file, field).map(DumpInventory::baseName).ifPresent(jars::add));
    }

    private void packageOf(HeapObject object) {
        int info = object.reference("versionInfo");
        if (info == HeapGraph.NONE) {
            return;
        }
        HeapObject versions = graph.object(info);
        Optional<String> name = text(object, "name");
        Optional<String> version = text(versions, "implVersion").filter(text -> text.matches("v?\\d[\\w.+-]*"));
        if (name.isPresent() && version.isPresent()) {
            packages.add(new PackageVersion(name.get() + ".", versions.reference("implVersion"), version.get()));
        }
    }

    private Optional<String> text(HeapObject object, String field) {
        return object.has(field) ? HeapStrings.read(graph, object.reference(field)) : Optional.empty();
    }

    private boolean contains(Library library, String packageName) {
        return copies.packages(library).stream().anyMatch(packageName::startsWith);
    }

    Optional<String> of(Library library) {
        return library.jars().stream()
                .flatMap(jar -> fromJar(jar).stream())
                .findFirst()
                .or(() -> fromManifest(library));
    }

    /** As in {@code netty-buffer-4.1.118.Final.jar}. */
    private Optional<String> fromJar(String jar) {
        Pattern name = Pattern.compile(
                Pattern.quote(jar) + "-(\\d[\\w.+-]*?)(?:-(?:linux|osx|windows|natives)[\\w-]*)?\\.jar");
        return jars.stream()
                .map(name::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .findFirst();
    }

    /** Of packages under the library's own names: a relocated copy has the manifest of whoever carries it. */
    private Optional<String> fromManifest(Library library) {
        return packages.stream()
                .filter(each ->
                        library.packages().stream().anyMatch(name -> each.name().startsWith(name + ".")))
                .filter(each -> librariesByManifest.get(each.manifest()).size() == 1)
                .map(PackageVersion::version)
                .findFirst();
    }
}
