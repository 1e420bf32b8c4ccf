package dev.offheap.parser.node;

import com.fasterxml.jackson.databind.JsonNode;
import dev.offheap.parser.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a project has installed: by npm, yarn or pnpm, nested copies too. Links are not followed, so that a copy
 * counts once. Of all files but {@code package.json} and lock files only names and sizes are looked at, and of
 * connection URLs nothing but the limit of their pool.
 */
public final class ProjectReader {
    /** More files than any project has. */
    private static final int MOST_FILES = 2_000_000;

    private static final int DEEPEST = 64;
    private static final long LARGEST_SETTINGS = 1 << 20;
    private static final Pattern NATIVE = Pattern.compile(
            "[^/]+\\.node|(?:lib)?(?:query|schema|migration|introspection)[-_]engine[^/]*|[^/]+\\.(?:so(?:\\.\\d+)*|dylib|dll)");
    private static final Pattern SETTINGS = Pattern.compile("\\.env(?:\\.[\\w.-]+)?|[^/]+\\.prisma");
    private static final Pattern POOL_LIMIT = Pattern.compile("[?&]connection_limit=(\\d{1,6})\\b");

    private final Path root;
    private final String input;
    private final TreeMap<String, Copy> copies = new TreeMap<>();
    private final List<Long> poolLimits = new ArrayList<>();
    private int files;
    private int snapshots;
    private long snapshotBytes;

    private static final class Copy {
        private final List<InstalledPackage.NativeFile> natives = new ArrayList<>();
        private long bytes;
        private boolean builds;
        private Path manifest;
    }

    private ProjectReader(Path root, String input) {
        this.root = root;
        this.input = input;
    }

    /** Whether a folder is a project's. */
    public static boolean isProject(Path folder) {
        return Files.isRegularFile(folder.resolve("package.json"));
    }

    /**
     * Reads a project.
     *
     * @param folder with a {@code package.json}
     * @param input name of the folder for messages
     * @throws InputException when its {@code package.json} cannot be read
     */
    public static Project read(Path folder, String input) throws IOException {
        return new ProjectReader(folder, input).read();
    }

    private Project read() throws IOException {
        JsonNode manifest = json(root.resolve("package.json"), "package.json");
        walk();
        List<InstalledPackage> packages = new ArrayList<>();
        for (var copy : copies.entrySet()) {
            if (copy.getValue().manifest != null) {
                packages.add(installed(copy.getKey(), copy.getValue()));
            }
        }
        if (packages.isEmpty()) {
            packages.addAll(locked());
        }
        SortedSet<String> production = names(manifest, "dependencies");
        production.addAll(names(manifest, "optionalDependencies"));
        return new Project(
                input, production, names(manifest, "devDependencies"), packages, snapshots, snapshotBytes, poolLimits);
    }

    private void walk() throws IOException {
        Files.walkFileTree(root, java.util.Set.of(), DEEPEST, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name =
                        folder.getFileName() == null ? "" : folder.getFileName().toString();
                return name.equals(".git") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    take(file, attributes.size());
                }
                return ++files > MOST_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException reason) {
                return FileVisitResult.CONTINUE; // what may not be read is not counted
            }
        });
    }

    private void take(Path file, long bytes) throws IOException {
        String path = root.relativize(file).toString().replace('\\', '/');
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.endsWith(".heapsnapshot") || name.endsWith(".heapsnapshot.gz")) {
            snapshots++;
            snapshotBytes += bytes;
        }
        Optional<String> directory = packageOf(path);
        if (directory.isEmpty()) {
            if (SETTINGS.matcher(name).matches() && bytes <= LARGEST_SETTINGS) {
                findPoolLimits(file);
            }
            return;
        }
        Copy copy = copies.computeIfAbsent(directory.get(), d -> new Copy());
        String rest = path.substring(directory.get().length() + 1);
        copy.bytes += bytes;
        copy.builds |= rest.equals("binding.gyp") || rest.startsWith("prebuilds/");
        if (rest.equals("package.json")) {
            copy.manifest = file;
        }
        if (NATIVE.matcher(name).matches() && !rest.contains("/obj.target/")) {
            copy.natives.add(new InstalledPackage.NativeFile(name, bytes));
        }
    }

    /** The directory of the package that a file belongs to, scope-aware; empty for the project's own. */
    private static Optional<String> packageOf(String path) {
        int at = ("/" + path).lastIndexOf("/node_modules/");
        if (at < 0) {
            return Optional.empty();
        }
        int start = at + "node_modules/".length();
        int end = path.indexOf('/', start);
        if (end > 0 && path.charAt(start) == '@') {
            end = path.indexOf('/', end + 1);
        }
        boolean isPackage = end > start && path.charAt(start) != '.' || path.startsWith(".prisma/", start);
        return isPackage ? Optional.of(path.substring(0, end)) : Optional.empty();
    }

    private InstalledPackage installed(String directory, Copy copy) {
        JsonNode manifest;
        try {
            manifest = json(copy.manifest, directory + "/package.json");
        } catch (IOException broken) {
            manifest = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        }
        String fallback = directory.substring(directory.lastIndexOf("node_modules/") + "node_modules/".length());
        copy.natives.sort(Comparator.comparing(InstalledPackage.NativeFile::name));
        return new InstalledPackage(
                manifest.path("name").asText(fallback),
                text(manifest.path("version")),
                directory,
                dependencies(manifest),
                copy.bytes,
                copy.natives,
                copy.builds);
    }

    /** The copies that {@code package-lock.json} lists, where none are installed. */
    private List<InstalledPackage> locked() throws IOException {
        Path lock = root.resolve("package-lock.json");
        List<InstalledPackage> packages = new ArrayList<>();
        if (Files.isRegularFile(lock)) {
            JsonNode all = json(lock, "package-lock.json").path("packages");
            all.fieldNames().forEachRemaining(directory -> {
                int at = directory.lastIndexOf("node_modules/");
                if (at >= 0) {
                    packages.add(new InstalledPackage(
                            directory.substring(at + "node_modules/".length()),
                            text(all.path(directory).path("version")),
                            directory,
                            dependencies(all.path(directory)),
                            0,
                            List.of(),
                            all.path(directory).path("hasInstallScript").asBoolean()));
                }
            });
        }
        return packages;
    }

    private static SortedSet<String> dependencies(JsonNode manifest) {
        SortedSet<String> names = names(manifest, "dependencies");
        names.addAll(names(manifest, "optionalDependencies"));
        names.addAll(names(manifest, "peerDependencies"));
        return names;
    }

    private static SortedSet<String> names(JsonNode manifest, String field) {
        SortedSet<String> names = new TreeSet<>();
        manifest.path(field).fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.of(node.asText()).filter(text -> !text.isEmpty() && text.length() < 64);
    }

    /** Only the number behind {@code connection_limit=} is taken out of a line. */
    private void findPoolLimits(Path file) throws IOException {
        String text;
        try {
            text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            return;
        }
        Matcher limit = POOL_LIMIT.matcher(text);
        while (limit.find()) {
            poolLimits.add(Long.parseLong(limit.group(1)));
        }
    }

    private JsonNode json(Path file, String name) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return NodeJson.read(in, input + "/" + name, "package description");
        }
    }
}
