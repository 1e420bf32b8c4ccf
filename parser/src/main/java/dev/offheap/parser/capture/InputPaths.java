package dev.offheap.parser.capture;

import dev.offheap.parser.Limits;
import dev.offheap.parser.node.ProjectReader;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The files behind what was passed: files as they are, and of a folder those in it and in its subfolders, in the order
 * of their names.
 */
final class InputPaths {
    private static final String DIGESTS = "SHA256SUMS";

    private final Map<Path, Found> found = new LinkedHashMap<>();
    private final List<Found> projects = new ArrayList<>();
    private final int most;
    private boolean cut;

    private InputPaths(int most) {
        this.most = most;
    }

    /**
     * @param path of the file; may not exist
     * @param name base name, or path relative to the folder that was passed; unique
     * @param passed whether the person named it, rather than a folder it lies in
     */
    record Found(Path path, String name, boolean passed) {}

    /** @param most files of one folder */
    static InputPaths of(List<Path> inputs, int most) {
        InputPaths paths = new InputPaths(most);
        for (Path input : inputs) {
            if (Files.isDirectory(input)) {
                paths.addFolder(input);
            } else {
                paths.add(input, baseName(input), true);
            }
        }
        return paths;
    }

    List<Found> files() {
        return List.copyOf(found.values());
    }

    /** Whether a folder held more files than are read. */
    boolean cut() {
        return cut;
    }

    /** Folders with a {@code package.json}: what is in them is installed or written, not captured. */
    List<Found> projects() {
        return List.copyOf(projects);
    }

    private void addFolder(Path passed) {
        List<Path> files = new ArrayList<>();
        Path folder = passed;
        try {
            // A link that somebody names is meant to be followed.
            folder = Files.isSymbolicLink(passed) ? passed.toRealPath() : passed;
            walk(folder, files);
        } catch (IOException unreadable) {
            files.add(folder);
        }
        Path top = folder;
        cut |= files.size() > most;
        files.sort(Comparator.comparing(p -> slashed(top.relativize(p))));
        files.stream().limit(most).forEach(file -> add(file, slashed(top.relativize(file)), false));
    }

    private void walk(Path folder, List<Path> files) throws IOException {
        Files.walkFileTree(folder, Set.of(), Limits.FOLDERS_DEEP, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes attributes) {
                if (ProjectReader.isProject(inside)) {
                    projects.add(new Found(inside, baseName(inside), inside.equals(folder)));
                    return FileVisitResult.SKIP_SUBTREE;
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                // A link to a file is read, one to a folder is not followed: it may lead anywhere, even back.
                if (Files.isRegularFile(file) && !isHidden(folder, file)) {
                    files.add(file);
                }
                return files.size() > most ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException reason) {
                files.add(file); // reading it will say why it cannot be read
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Hidden files, and the list of digests that a capture comes with, are no captures. */
    private static boolean isHidden(Path folder, Path file) {
        if (file.endsWith(DIGESTS)) {
            return true;
        }
        for (Path part : folder.relativize(file)) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private void add(Path path, String name, boolean passed) {
        String unique = name;
        for (int n = 2; isTaken(unique); n++) {
            unique = name + " (" + n + ")";
        }
        found.putIfAbsent(real(path), new Found(path, unique, passed));
    }

    private boolean isTaken(String name) {
        return found.values().stream().anyMatch(f -> f.name().equals(name));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException missing) {
            return path.toAbsolutePath().normalize();
        }
    }

    private static String baseName(Path path) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? path.toString() : name.toString();
    }

    private static String slashed(Path relative) {
        return relative.toString().replace('\\', '/');
    }
}
