package dev.offheap.bin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A live process with secrets everywhere is captured by the command and analysed: none of them may be in any output. */
@EnabledOnOs(OS.LINUX)
class PrivacyTest {
    private static final List<String> KINDS = List.of(
            "heap",
            "user",
            "url",
            "host",
            "buffer",
            "dir",
            "thread",
            "property",
            "argument",
            "environment",
            "hostname");

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path capture;
    private final Cli cli = new Cli();

    @BeforeAll
    static void captureAProcessWithSecrets() throws IOException {
        Path home = Files.createDirectories(shared.resolve("home-s3cr3t"));
        capture = shared.resolve("capture");
        try (SecretProcess process = new SecretProcess(home)) {
            assertEquals(ExitCode.DONE, new Cli().run("capture", process.pid(), "-o", capture));
        }
    }

    @Test
    void theCaptureHoldsTheSecretsSoTheTestCanFail() throws IOException {
        String all = String.join("", contents(capture).values());

        KINDS.stream()
                .filter(kind -> !kind.equals("environment") && !kind.equals("hostname"))
                .forEach(kind -> assertTrue(all.contains(kind + "-s3cr3t"), kind));
    }

    @Test
    void theCaptureIsWholeAndPrivate() throws IOException, InterruptedException {
        List<String> names = contents(capture).keySet().stream().toList();

        assertTrue(
                names.containsAll(
                        List.of("SHA256SUMS", "heap.hprof", "nmt.txt", "smaps.txt", "status.txt", "vm_info.txt")),
                names.toString());
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(capture.resolve("heap.hprof"))));
        Process check = new ProcessBuilder("sha256sum", "--check", "--quiet", "SHA256SUMS")
                .directory(capture.toFile())
                .start();
        assertEquals(0, check.waitFor());
    }

    @Test
    void noSecretIsInAnyOutput() throws IOException {
        assertEquals(ExitCode.DONE, analyze());
        assertEquals(
                ExitCode.DONE,
                cli.run(
                        "compare",
                        json(),
                        capture,
                        "-o",
                        folder.resolve("compare.html"),
                        "--json",
                        folder.resolve("compare.json"),
                        "--markdown",
                        folder.resolve("compare.md")));
        cli.run("batch", shared, "-o", folder.resolve("batch"));

        Map<String, String> outputs = contents(folder);
        outputs.put("stdout", cli.out());

        assertTrue(outputs.size() >= 12, outputs.keySet().toString());
        outputs.forEach((name, content) ->
                assertFalse(content.replace("home-s3cr3t", "").contains("s3cr3t"), name + ": " + around(content)));
        assertTrue(outputs.get("report.json").contains("com.acme.topsecret"), "names are shown unless masked");
    }

    @Test
    void maskedReportsNameNothingOfTheApplication() throws IOException {
        Path key = folder.resolve("key.json");
        assertEquals(ExitCode.DONE, analyze("--redact", "strict", "--redact-key", key));
        Path night = Files.createDirectories(folder.resolve("in"));
        Files.createSymbolicLink(night.resolve("topsecret-1"), capture);
        DemoFiles.unpack("smaps.txt", night.resolve("acme/vault"));
        Files.writeString(
                Files.createDirectories(night.resolve("accounts")).resolve("heap.hprof"), "JAVA PROFILE 1.0.2");
        assertEquals(
                ExitCode.PART_FAILED,
                cli.run("batch", night, "-o", folder.resolve("out"), "--redact", "strict", "--redact-key", key));
        Files.delete(key);
        Files.delete(night.resolve("topsecret-1"));
        Files.delete(night.resolve("acme/vault/smaps.txt"));
        Files.delete(night.resolve("accounts/heap.hprof"));

        contents(folder).forEach((name, content) -> {
            for (String word : List.of("acme", "topsecret", "SecretService", "vault", "accounts", "heap.hprof")) {
                assertFalse(content.contains(word), name + " has " + word);
                assertFalse(name.contains(word), name);
            }
        });
    }

    @Test
    void maskedReportsOfNodeNameNoScriptOfTheApplication() throws IOException {
        Path node = Files.createDirectories(folder.resolve("node"));
        for (String file : List.of("main.heapsnapshot", "heap.json", "memory.json", "report.json", "smaps.txt")) {
            try (InputStream in = Main.class.getResourceAsStream("demo-node/" + file + ".gz")) {
                Files.copy(in, node.resolve(file + ".gz"));
            }
        }
        Path key = folder.resolve("key.json");
        Path masked = folder.resolve("masked.json");
        assertEquals(
                ExitCode.DONE,
                cli.run(
                        "analyze",
                        node,
                        "--json",
                        masked,
                        "-o",
                        folder.resolve("masked.html"),
                        "--redact",
                        "strict",
                        "--redact-key",
                        key));

        for (String name : List.of("masked.json", "masked.html")) {
            String content = Files.readString(folder.resolve(name));
            for (String word : List.of("orders/", "cache.js", "partners")) {
                assertFalse(content.contains(word), name + " has " + word);
            }
            assertTrue(content.contains("better-sqlite3"), "what everybody knows stays");
        }
    }

    @Test
    void theSameKeyGivesTheSameMasksAndPutsTheNamesBack() throws IOException {
        Path key = folder.resolve("key.json");
        analyze("--redact", "strict", "--redact-key", key);
        String first = Files.readString(json());
        analyze("--redact", "strict", "--redact-key", key);
        assertEquals(first, Files.readString(json()));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));

        Cli reveal = new Cli();
        assertEquals(ExitCode.DONE, reveal.run("reveal", json(), "--redact-key", key));

        assertTrue(reveal.out().contains("com.acme.topsecret.SecretService.vault"), reveal.out());
        analyze("--redact", "strict", "--redact-key", folder.resolve("other.json"));
        assertFalse(first.equals(Files.readString(json())));
    }

    @Test
    void fullPathsAreShownOnlyWhenAskedForAndWithABanner() throws IOException {
        assertEquals(ExitCode.DONE, analyze("--show", "paths"));

        assertTrue(Files.readString(json()).contains(capture.resolve("nmt.txt").toString()));
        assertTrue(Files.readString(folder.resolve("report.html")).contains("<p class=\"banner\">"));
        assertEquals(ExitCode.USAGE, analyze("--show", "environment"));
        assertEquals(ExitCode.USAGE, analyze("--redact", "strict"));
    }

    @Test
    void argumentsAreShownOnlyWhenAskedForWithABannerAndNothingElseIs() throws IOException {
        assertEquals(ExitCode.DONE, analyze("--show", "arguments"));

        Map<String, String> outputs = contents(folder);
        for (String name : List.of("report.json", "report.html", "report.md")) {
            String content = outputs.get(name);
            assertTrue(content.contains("--token=argument-s3cr3t"), name);
            assertTrue(content.contains("-Dpassword=property-s3cr3t"), name);
            KINDS.stream()
                    .filter(kind -> !kind.equals("argument") && !kind.equals("property"))
                    .forEach(kind -> assertFalse(content.contains(kind + "-s3cr3t"), name + ": " + kind));
        }
        assertTrue(outputs.get("report.html").contains("<p class=\"banner\">"));
        assertTrue(outputs.get("report.md").startsWith("> This summary shows what others leave out: arguments."));
        assertFalse(outputs.get("report.html").contains("command line"));
        assertFalse(outputs.get("report.sarif").contains("s3cr3t"));

        Cli both = new Cli();
        both.run("compare", json(), capture, "--json", "-", "--show", "arguments");
        assertFalse(both.out().contains("s3cr3t"), "a comparison has no banner and shows none");
        assertEquals(ExitCode.DONE, analyze("--show", "paths", "--show", "arguments"));
        assertTrue(Files.readString(json()).contains(capture.resolve("nmt.txt").toString()));
    }

    private Path json() {
        return folder.resolve("report.json");
    }

    private int analyze(Object... more) {
        List<Object> words = new java.util.ArrayList<>(List.of(
                "analyze",
                capture,
                "--force",
                "-o",
                folder.resolve("report.html"),
                "--json",
                json(),
                "--markdown",
                folder.resolve("report.md"),
                "--sarif",
                folder.resolve("report.sarif")));
        words.addAll(List.of(more));
        return cli.run(words.toArray());
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    contents.put(
                            folder.relativize(file).toString(),
                            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return contents;
    }

    private static String around(String content) {
        int at = Math.max(0, content.indexOf("s3cr3t"));
        return content.substring(Math.max(0, at - 60), Math.min(content.length(), at + 60));
    }
}
