package dev.offheap.parser.capture;

import dev.offheap.parser.Evidence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The captures of real processes that the tests read. */
public final class RealCaptures {
    private static final Path ROOT = Path.of("src", "test", "resources", "captures");

    private RealCaptures() {}

    /** A file of the collection, without its ending {@code .gz}. */
    public static Path path(String name) {
        return ROOT.resolve(name + ".gz");
    }

    /** What the reader makes of some files of the collection. */
    public static Evidence read(String... names) {
        return EvidenceReader.read(Stream.of(names).map(RealCaptures::path).toList(), EvidenceReader.Options.TEXTS);
    }

    /** What the reader makes of a folder of the collection. */
    public static Evidence folder(String name) {
        return EvidenceReader.read(List.of(ROOT.resolve(name)), EvidenceReader.Options.TEXTS);
    }

    public static String text(String name) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(path(name)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** All files of the collection, in the order of their names. */
    public static List<Path> all() throws IOException {
        try (Stream<Path> walk = Files.walk(ROOT)) {
            return walk.filter(p -> p.toString().endsWith(".gz")).sorted().toList();
        }
    }
}
