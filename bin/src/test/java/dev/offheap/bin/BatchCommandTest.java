package dev.offheap.bin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchCommandTest {
    @TempDir
    Path folder;

    private final Cli cli = new Cli();
    private Path night;
    private Path output;

    @BeforeEach
    void makeANightOfIncidents() throws IOException {
        night = folder.resolve("night");
        output = folder.resolve("out");
        for (int i = 1; i <= 6; i++) {
            Path incident = night.resolve("orders-" + i);
            DemoFiles.unpack("nmt.txt", incident);
            DemoFiles.unpack("smaps.txt", incident);
        }
    }

    @Test
    void everyIncidentHasItsReportAndTheIndexARowForEach() throws IOException {
        DemoFiles.unpack("smaps.txt", night.resolve("shop/cart"));

        assertEquals(ExitCode.DONE, batch());

        assertEquals(
                List.of("orders-1", "orders-2", "orders-3", "orders-4", "orders-5", "orders-6", "shop/cart"), ids());
        assertTrue(Files.readString(output.resolve("incidents/shop/cart/report.html"))
                .startsWith("<!DOCTYPE html>"));
        assertTrue(Files.readString(output.resolve("index.html")).contains("href=\"incidents/shop/cart/report.html\""));
    }

    @Test
    void oneBadDumpIsARowAndStopsNothing() throws IOException {
        Path bad = Files.createDirectories(night.resolve("orders-0"));
        Files.writeString(bad.resolve("heap.hprof"), "JAVA PROFILE 1.0.2\0");

        assertEquals(ExitCode.PART_FAILED, batch());

        JsonNode row = index().at("/incidents/0");
        assertEquals("failed", row.get("status").asText());
        assertTrue(row.get("failure").asText().startsWith("heap.hprof: "), row.toString());
        assertEquals(7, ids().size());
    }

    @Test
    void looseFilesAreKeptTogetherByProcessAndTime() throws IOException {
        Path loose = folder.resolve("loose");
        Path nmt = DemoFiles.unpack("nmt.txt", loose);
        Path smaps = DemoFiles.unpack("smaps.txt", loose);
        Files.copy(nmt, loose.resolve("nmt-4711-20261123T0557.txt"));
        Files.copy(smaps, loose.resolve("smaps_pid4711_2026-11-23_05.57.txt"));
        Files.copy(smaps, loose.resolve("smaps_pid4711_2026-11-24_05.57.txt"));
        Files.delete(smaps);
        Files.writeString(loose.resolve("README.txt"), "not a capture");

        assertEquals(ExitCode.DONE, cli.run("batch", loose, "-o", output));

        assertEquals(List.of("pid6726", "pid4711-20261123T0557", "pid4711-20261124T0557"), ids());
        assertEquals(2, report("pid4711-20261123T0557").get("inputs").size());
    }

    @Test
    void aSecondCallDoesNothingAgainAndGivesTheSameBytes() throws IOException {
        batch();
        Map<String, String> first = files();

        assertEquals(ExitCode.DONE, batch());

        assertEquals(first, files());
        assertEquals(
                6,
                cli.err().lines().filter(line -> line.endsWith(": done before")).count());
    }

    @Test
    void forceReadsAllAgain() throws IOException {
        batch();

        assertEquals(ExitCode.DONE, cli.run("batch", night, "-o", output, "--force"));

        assertFalse(cli.err().contains(": done before"), cli.err());
    }

    @Test
    void anIncidentThatChangedIsReadAgain() throws IOException {
        batch();
        Path nmt = night.resolve("orders-3/nmt.txt");
        Files.delete(nmt);
        Files.setLastModifiedTime(night.resolve("orders-4/nmt.txt"), FileTime.from(Instant.EPOCH));

        batch();

        assertEquals(1, report("orders-3").get("inputs").size());
        assertEquals(
                4,
                cli.err().lines().filter(line -> line.endsWith(": done before")).count());
    }

    @Test
    void aBatchThatWasKilledIsFinishedByTheNextCallWithTheSameBytes() throws IOException, InterruptedException {
        batch();
        Map<String, String> whole = files();
        Path other = folder.resolve("killed");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.offheap.bin.Main",
                        "batch",
                        night.toString(),
                        "-o",
                        other.toString(),
                        "--jobs",
                        "1")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (process.isAlive() && !Files.exists(other.resolve("incidents/orders-2/report.html"))) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        process.destroyForcibly().waitFor();
        assertFalse(Files.exists(other.resolve("index.html")));

        output = other;
        assertEquals(ExitCode.DONE, batch());

        assertEquals(whole, files());
    }

    @Test
    void aFolderWithFilesOfOthersIsLeftAlone() throws IOException {
        Files.createDirectories(output);
        Files.writeString(output.resolve("precious.txt"), "precious");

        assertEquals(ExitCode.FAILED, batch());

        assertTrue(cli.err().contains("--force"), cli.err());
        try (Stream<Path> files = Files.list(output)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void theTrendIsTakenOverIncidentsOfOneService() throws IOException {
        DemoFiles.unpack("status.txt", night.resolve("cart-1"));
        batch();

        assertTrue(index().at("/incidents/0/rssChangeBytes").isMissingNode());
        assertTrue(index().at("/incidents/1/rssChangeBytes").isMissingNode());
        assertEquals(0, index().at("/incidents/2/rssChangeBytes").asLong(-1));
    }

    @Test
    void wrongUsageHasACodeOfItsOwn() {
        assertEquals(ExitCode.USAGE, cli.run("batch", night, "-o", output, "--jobs", "0"));
        assertEquals(ExitCode.USAGE, cli.run("batch", night));
    }

    private int batch() {
        return cli.run("batch", night, "-o", output);
    }

    private JsonNode index() throws IOException {
        return new ObjectMapper().readTree(output.resolve("index.json").toFile());
    }

    private JsonNode report(String id) throws IOException {
        return new ObjectMapper()
                .readTree(output.resolve("incidents/" + id + "/report.json").toFile());
    }

    private List<String> ids() throws IOException {
        return StreamSupport.stream(index().get("incidents").spliterator(), false)
                .map(row -> row.get("id").asText())
                .toList();
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(output)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    contents.put(output.relativize(file).toString(), Files.readString(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return contents;
    }
}
