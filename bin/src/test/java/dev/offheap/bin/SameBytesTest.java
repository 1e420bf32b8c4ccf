package dev.offheap.bin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same inputs give the same bytes, wherever and by whom the command is run. */
class SameBytesTest {
    @TempDir
    Path folder;

    @Test
    void inAnotherTimeZoneLocaleEncodingAndFolder() throws IOException {
        Map<String, String> here =
                outputs(Files.createDirectories(folder.resolve("here")), words -> new Cli().run(words.toArray()));
        // Turkish has an i of its own, and a decimal comma.
        Map<String, String> there = outputs(
                Files.createDirectories(folder.resolve("some where/else")),
                words -> runElsewhere(
                        words,
                        "-Duser.timezone=Asia/Kathmandu",
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Dfile.encoding=ISO-8859-1"));

        assertEquals(
                List.of(
                        "batch/incidents/night/report.html",
                        "batch/incidents/night/report.json",
                        "batch/index.html",
                        "batch/index.json",
                        "comparison.html",
                        "comparison.json",
                        "comparison.md",
                        "report.html",
                        "report.json",
                        "report.md",
                        "report.sarif"),
                List.copyOf(here.keySet()));
        here.forEach((name, content) -> assertEquals(content, there.get(name), name));
    }

    private static Map<String, String> outputs(Path place, Consumer<List<String>> offheap) throws IOException {
        DemoFiles.incident(place.resolve("in/night"));
        Path budget = Files.writeString(place.resolve("budget.yaml"), "rss: 100 MiB\nowners: {netty: 12.5 %}\n");
        String incident = place.resolve("in/night").toString();
        Function<String, String> at = name -> place.resolve(name).toString();
        offheap.accept(List.of(
                "analyze",
                incident,
                "-o",
                at.apply("report.html"),
                "--json",
                at.apply("report.json"),
                "--markdown",
                at.apply("report.md"),
                "--sarif",
                at.apply("report.sarif"),
                "--budget",
                budget.toString()));
        offheap.accept(List.of(
                "compare",
                at.apply("report.json"),
                incident,
                "-o",
                at.apply("comparison.html"),
                "--json",
                at.apply("comparison.json"),
                "--markdown",
                at.apply("comparison.md")));
        offheap.accept(List.of("batch", at.apply("in"), "-o", at.apply("batch")));
        Files.delete(place.resolve("budget.yaml"));
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(place)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(place.resolve("in"))
                            && !file.getFileName().toString().startsWith("."))
                    .forEach(file -> {
                        try {
                            contents.put(place.relativize(file).toString(), Files.readString(file));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
        return contents;
    }

    private static void runElsewhere(List<String> words, String... settings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(settings));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.offheap.bin.Main"));
        command.addAll(words);
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
