package dev.offheap.parser.capture;

import dev.offheap.parser.InputException;
import dev.offheap.parser.node.NodeCaptures;
import dev.offheap.parser.node.NodeMemory;
import dev.offheap.parser.node.NodeMemoryReader;
import dev.offheap.parser.node.NodeReport;
import dev.offheap.parser.node.NodeReportReader;
import dev.offheap.parser.node.Project;
import dev.offheap.parser.node.ProjectReader;
import dev.offheap.parser.v8.SnapshotReader;
import dev.offheap.parser.v8.SourceMap;
import dev.offheap.parser.v8.SourceMapReader;
import dev.offheap.parser.v8.V8Heap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Gathers the files of a Node.js process. */
final class NodeFiles {
    private final List<V8Heap> snapshots = new ArrayList<>();
    private final List<NodeReport> reports = new ArrayList<>();
    private final List<NodeMemory> memories = new ArrayList<>();
    private final List<Project> projects = new ArrayList<>();
    private final List<SourceMap> maps = new ArrayList<>();

    /**
     * Reads one file.
     *
     * @throws InputException when it is cut or damaged
     */
    void read(FileKind kind, String name, OpenFile file) throws IOException {
        switch (kind) {
            case V8_SNAPSHOT -> {
                file.lift();
                snapshots.add(SnapshotReader.read(file.content(), name));
            }
            case NODE_REPORT -> reports.add(NodeReportReader.read(file.content(), name));
            case NODE_MEMORY -> memories.add(NodeMemoryReader.read(file.content(), name));
            case SOURCE_MAP -> maps.add(SourceMapReader.read(file.content(), name));
            default -> throw new IllegalArgumentException(kind.id());
        }
    }

    /**
     * Reads what a project folder has installed.
     *
     * @throws InputException when its {@code package.json} cannot be read
     */
    Project readProject(Path folder, String name) throws IOException {
        Project project = ProjectReader.read(folder, name);
        projects.add(project);
        return project;
    }

    NodeCaptures build() {
        return new NodeCaptures(snapshots, reports, memories, projects, maps);
    }
}
