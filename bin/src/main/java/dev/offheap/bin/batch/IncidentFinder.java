package dev.offheap.bin.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the incidents in a folder. A folder that holds files is one incident, whatever is below it; one that holds only
 * folders is looked into. Files that lie loose at the top are put together by process and time ({@link LooseFiles}).
 */
public final class IncidentFinder {
    private static final int DEEPEST = 5;

    private final Path top;
    private final Path output;
    private final List<Incident> found = new ArrayList<>();

    private IncidentFinder(Path top, Path output) {
        this.top = top;
        this.output = output;
    }

    /**
     * The incidents, ordered by id.
     *
     * @param output where reports go; what lies there is no incident
     * @throws IOException when the folder cannot be read
     */
    public static List<Incident> find(Path top, Path output) throws IOException {
        IncidentFinder finder =
                new IncidentFinder(top.toRealPath(), output.toAbsolutePath().normalize());
        List<Path> loose = finder.files(finder.top);
        finder.found.addAll(LooseFiles.group(loose));
        for (Path folder : finder.folders(finder.top)) {
            finder.visit(folder, 1);
        }
        finder.found.sort(Comparator.comparing(Incident::id));
        return unique(finder.found);
    }

    /** A group of loose files may be called what a folder is called. */
    private static List<Incident> unique(List<Incident> incidents) {
        Set<String> taken = new HashSet<>();
        List<Incident> unique = new ArrayList<>();
        for (Incident incident : incidents) {
            String id = incident.id();
            for (int n = 2; !taken.add(id); n++) {
                id = incident.id() + " (" + n + ")";
            }
            unique.add(new Incident(id, incident.inputs()));
        }
        return unique;
    }

    private void visit(Path folder, int depth) {
        try {
            if (!files(folder).isEmpty()) {
                found.add(new Incident(id(folder), List.of(folder)));
            } else if (depth < DEEPEST) {
                for (Path inner : folders(folder)) {
                    visit(inner, depth + 1);
                }
            }
        } catch (IOException e) {
            found.add(new Incident(id(folder), List.of(folder))); // reading it will say why it cannot be read
        }
    }

    private String id(Path folder) {
        return top.relativize(folder).toString().replace('\\', '/');
    }

    private List<Path> files(Path folder) throws IOException {
        return children(folder).filter(Files::isRegularFile).toList();
    }

    /** Links to folders are not followed: they may lead anywhere, even back. */
    private List<Path> folders(Path folder) throws IOException {
        return children(folder)
                .filter(child -> Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS))
                .filter(child -> !child.equals(output))
                .toList();
    }

    private static Stream<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> !child.getFileName().toString().startsWith(".")).sorted().toList().stream();
        }
    }
}
