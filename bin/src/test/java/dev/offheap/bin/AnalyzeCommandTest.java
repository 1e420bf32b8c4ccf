package dev.offheap.bin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzeCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path report;

    @BeforeEach
    void nameAReport() {
        report = folder.resolve("report.html");
    }

    @Test
    void oneGoodInputMakesAReport() throws IOException {
        assertEquals(ExitCode.DONE, analyze(nmt()));

        assertTrue(Files.readString(report).startsWith("<!DOCTYPE html>"));
        assertTrue(out().endsWith("Report: " + report + "\n"), out());
    }

    @Test
    void trackingAloneSaysWhatTheJvmCommittedAndWhatIsNotKnown() throws IOException {
        assertEquals(ExitCode.DONE, analyze(nmt()));

        assertTrue(out().startsWith("The JVM committed "), out());
        assertTrue(out().contains("(most: Direct and Unsafe memory (Other) "), out());
        assertTrue(out().contains("what of it is resident"), out());
    }

    @Test
    void aFileThatIsNoCaptureIsNamedAndTheRestMakesAReport() throws IOException {
        Path text = write("notes.txt", "dear diary");

        assertEquals(ExitCode.FAILED, analyze(text, nmt()));

        assertOneLineAbout("notes.txt");
        assertTrue(Files.exists(report));
    }

    @Test
    void anEmptyFileIsNamedAndTheRestMakesAReport() throws IOException {
        assertEquals(ExitCode.FAILED, analyze(write("heap.hprof", ""), nmt()));

        assertOneLineAbout("heap.hprof");
        assertTrue(Files.exists(report));
    }

    @Test
    void aMissingFileIsNamedAndTheRestMakesAReport() throws IOException {
        assertEquals(ExitCode.FAILED, analyze(folder.resolve("gone.hprof"), nmt()));

        assertOneLineAbout("gone.hprof");
        assertTrue(Files.exists(report));
    }

    @Test
    void nativeMemoryTrackingThatWasOffIsExplainedAndTheRestMakesAReport() throws IOException {
        Path off = write("nmt-off.txt", "4711:\nNative memory tracking is not enabled\n");

        assertEquals(ExitCode.DONE, analyze(off, nmt()));

        assertOneLineAbout("nmt-off.txt");
        assertTrue(err().contains("-XX:NativeMemoryTracking"), err());
        assertTrue(Files.exists(report));
    }

    @Test
    void withoutAnyReadableInputThereIsNoReportAndACodeThatSaysSo() throws IOException {
        assertEquals(ExitCode.FAILED, analyze(write("notes.txt", "dear diary")));

        assertFalse(Files.exists(report));
        assertEquals("", out());
    }

    @Test
    void anExistingReportIsKeptUnlessForced() throws IOException {
        Files.writeString(report, "precious");

        assertEquals(ExitCode.FAILED, analyze(nmt()));
        assertEquals("precious", Files.readString(report));
        assertTrue(err().contains("--force"), err());
    }

    @Test
    void aDeviceIsWrittenToAndNotReplacedByAFile() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        Process reader = new ProcessBuilder("head", "-c", "1000000", pipe.toString()).start();

        assertEquals(ExitCode.DONE, run("analyze", nmt().toString(), "-o", pipe.toString()));

        assertTrue(new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8).startsWith("<!DOCTYPE"));
        assertTrue(Files.exists(pipe) && !Files.isRegularFile(pipe));
    }

    @Test
    void standardOutputCarriesTheDataAlone() throws IOException {
        assertEquals(ExitCode.DONE, run("analyze", nmt().toString(), "--json", "-"));

        assertTrue(out().startsWith("{") && out().endsWith("}\n"), out());
    }

    @Test
    void nothingIsLeftBesideInputsAndOutputs() throws IOException {
        analyze(nmt());

        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("nmt.txt", "report.html"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void theSameInputsGiveTheSameBytes() throws IOException {
        analyze(nmt());
        byte[] first = Files.readAllBytes(report);
        run("analyze", nmt().toString(), "-o", report.toString(), "--force");

        assertTrue(Arrays.equals(first, Files.readAllBytes(report)));
    }

    @Test
    void wrongUsageHasACodeOfItsOwn() throws IOException {
        assertEquals(ExitCode.USAGE, run("analyze"));
        assertEquals(ExitCode.USAGE, run("analyze", "--no-such-option", nmt().toString()));
        assertEquals(ExitCode.USAGE, run("analyse", nmt().toString()));
        assertEquals(ExitCode.USAGE, run("analyze", "--engine", "steam", nmt().toString()));
        assertEquals(ExitCode.USAGE, run());
    }

    private void assertOneLineAbout(String file) {
        List<String> lines = err().lines().filter(line -> line.contains(file)).toList();
        assertEquals(1, lines.size(), err());
        assertTrue(lines.get(0).matches("offheap: " + file + "\\b.*;.*"), lines.get(0));
        assertFalse(err().contains("Exception"), err());
    }

    private int analyze(Path... inputs) {
        return run(Stream.concat(
                        Stream.of("analyze", "-o", report.toString()),
                        Stream.of(inputs).map(Path::toString))
                .toArray(String[]::new));
    }

    private int run(String... args) {
        return Main.run(List.of(args), new PrintStream(out, true), new PrintStream(err, true));
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    /** The text of the bundled demo: a real process. */
    private Path nmt() throws IOException {
        Path file = folder.resolve("nmt.txt");
        try (InputStream in = new GZIPInputStream(Main.class.getResourceAsStream("demo/nmt.txt.gz"))) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
