package dev.offheap.parser.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offheap.parser.Evidence;
import dev.offheap.parser.InputFile;
import dev.offheap.parser.RuntimeKind;
import dev.offheap.parser.capture.EvidenceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProjectReaderTest {
    @TempDir
    Path folder;

    @BeforeEach
    void describeTheProject() throws IOException {
        write(
                "package.json",
                "{\"name\":\"shop\",\"dependencies\":{\"ws\":\"^8\",\"@prisma/client\":\"^6\"},"
                        + "\"devDependencies\":{\"esbuild\":\"0.25.0\"}}");
    }

    @Test
    void readsNestedAndScopedCopiesWithTheirNativeFiles() throws IOException {
        write("node_modules/ws/package.json", "{\"name\":\"ws\",\"version\":\"8.18.3\"}");
        write("node_modules/engine.io/package.json", "{\"name\":\"engine.io\",\"dependencies\":{\"ws\":\"~8.21\"}}");
        write("node_modules/engine.io/node_modules/ws/package.json", "{\"name\":\"ws\",\"version\":\"8.21.3\"}");
        write("node_modules/@prisma/client/package.json", "{\"name\":\"@prisma/client\",\"version\":\"6.13.0\"}");
        write("node_modules/@prisma/client/libquery_engine-debian.so.node", "0123456789");
        write("node_modules/@prisma/client/binding.gyp", "{}");

        Map<String, InstalledPackage> packages = packages();

        assertEquals(4, packages.size());
        assertEquals(Optional.of("8.18.3"), packages.get("node_modules/ws").version());
        assertEquals(
                Optional.of("8.21.3"),
                packages.get("node_modules/engine.io/node_modules/ws").version());
        InstalledPackage prisma = packages.get("node_modules/@prisma/client");
        assertEquals(List.of(new InstalledPackage.NativeFile("libquery_engine-debian.so.node", 10)), prisma.natives());
        assertTrue(prisma.builds());
        assertFalse(packages.get("node_modules/engine.io").builds());
    }

    @Test
    void countsPackagesBehindLinksOnce() throws IOException {
        write("node_modules/.pnpm/ws@8.18.3/node_modules/ws/package.json", "{\"name\":\"ws\",\"version\":\"8.18.3\"}");
        Files.createSymbolicLink(folder.resolve("node_modules/ws"), Path.of(".pnpm/ws@8.18.3/node_modules/ws"));
        assertEquals(
                List.of("node_modules/.pnpm/ws@8.18.3/node_modules/ws"),
                List.copyOf(packages().keySet()));
    }

    @Test
    void takesTheLockFileWhereNothingIsInstalled() throws IOException {
        write(
                "package-lock.json",
                "{\"lockfileVersion\":3,\"packages\":{\"\":{\"name\":\"shop\"},"
                        + "\"node_modules/ws\":{\"version\":\"8.18.3\"}}}");
        assertEquals(Optional.of("8.18.3"), packages().get("node_modules/ws").version());
    }

    @Test
    void takesThePoolLimitOutOfAConnectionUrlAndNothingElse() throws IOException {
        write(".env", "DATABASE_URL=postgres://user:geheim@db.intern:5432/shop?schema=public&connection_limit=50\n");
        try (Evidence evidence = read()) {
            assertEquals(List.of(50L), evidence.node().projects().get(0).poolLimits());
            assertFalse(evidence.toString().contains("geheim")
                    || evidence.toString().contains("intern"));
        }
    }

    @Test
    void countsSnapshotsThatLieInTheProjectAndReadsNoFileOfItAsCapture() throws IOException {
        write("Heap.20261123.heapsnapshot", "x".repeat(1000));
        write("server.js", "// source");
        try (Evidence evidence = read()) {
            Project project = evidence.node().projects().get(0);
            assertEquals(1, project.snapshots());
            assertEquals(1000, project.snapshotBytes());
            assertEquals(1, evidence.inputs().size());
            assertEquals(RuntimeKind.NODE, evidence.runtime());
        }
    }

    @Test
    void aBrokenDescriptionIsNamedInOneLine() throws IOException {
        write("package.json", "{\"name\":");
        try (Evidence evidence = read()) {
            InputFile input = evidence.inputs().get(0);
            assertEquals(InputFile.Status.FAILED, input.status());
            assertTrue(input.note().orElseThrow().contains("package description is cut or damaged"), input.toString());
        }
    }

    private Map<String, InstalledPackage> packages() {
        try (Evidence evidence = read()) {
            return evidence.node().projects().get(0).packages().stream()
                    .collect(Collectors.toMap(InstalledPackage::directory, Function.identity()));
        }
    }

    private Evidence read() {
        return EvidenceReader.read(List.of(folder), EvidenceReader.Options.TEXTS);
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
