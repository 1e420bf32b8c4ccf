package dev.offheap.parser.temporary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {
    @TempDir
    Path place;

    @Test
    void itGoesWithAllItHoldsWhenClosed() throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.in(place)) {
            Files.createDirectories(folder.path().resolve("a/b"));
            Files.writeString(folder.path().resolve("a/b/file"), "content");
            Files.createSymbolicLink(folder.path().resolve("link"), place);
            assertEquals("rwx------", mode(folder.path()));
        }
        assertEquals(List.of(), list());
        assertTrue(Files.exists(place), "what a link leads to stays");
    }

    @Test
    void itGoesWhenTheProcessIsInterruptedWhileItWrites() throws IOException, InterruptedException {
        Process process = writer();
        assertEquals(1, list().size());
        process.destroy(); // SIGTERM, as Control-C sends SIGINT
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(143, process.exitValue());
        assertEquals(List.of(), list());
    }

    @Test
    void whatAKilledProcessLeftGoesWithTheNextAndWhatIsInUseStays() throws IOException, InterruptedException {
        Process killed = writer();
        Process alive = writer();
        try {
            killed.destroyForcibly().waitFor();
            assertEquals(2, list().size());
            TemporaryFolder.in(place).close();
            assertEquals(1, list().size());
            assertTrue(alive.isAlive());
        } finally {
            alive.destroyForcibly();
        }
    }

    @Test
    void aFolderOfSomebodyElseStays() throws IOException {
        Files.createDirectory(place.resolve("offheap-notes"));
        Files.createDirectory(place.resolve("offheap-4711")); // one whose process was killed while it made it
        try (TemporaryFolder one = TemporaryFolder.in(place);
                TemporaryFolder other = TemporaryFolder.in(place)) {
            assertTrue(Files.exists(one.path()) && Files.exists(other.path()));
        }
        assertEquals(List.of(place.resolve("offheap-notes")), list());
    }

    /** A process that writes to a folder, once it does. */
    private Process writer() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        place.toString())
                .redirectErrorStream(true)
                .start();
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream()));
        assertEquals("writing", out.readLine());
        return process;
    }

    /** Writes files until it is stopped. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) throws IOException {
            TemporaryFolder folder = TemporaryFolder.in(Path.of(args[0]));
            for (int i = 0; ; i++) {
                Files.writeString(folder.path().resolve("file" + i % 1000), "content");
                if (i == 100) {
                    System.out.println("writing");
                }
            }
        }
    }

    private static String mode(Path file) throws IOException {
        return java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.toList();
        }
    }
}
