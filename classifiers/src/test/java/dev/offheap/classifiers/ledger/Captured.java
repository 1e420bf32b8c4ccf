package dev.offheap.classifiers.ledger;

import dev.offheap.classifiers.DumpShare;
import dev.offheap.classifiers.LedgerLine;
import dev.offheap.parser.Evidence;
import dev.offheap.parser.capture.EvidenceReader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Ledgers of the captures of real processes that the parser's tests keep. */
final class Captured {
    /** Sets that have all that the ledger can use. */
    static final List<String> WHOLE =
            List.of("gc_G1_17", "gc_Z_17", "gc_Parallel_25", "gc_Serial_25", "locale_25", "thr500_25");

    private static final Path ROOT = Path.of("..", "parser", "src", "test", "resources", "captures");

    private Captured() {}

    /** Reads files of one set, or all of it. */
    static <T> T read(String set, Function<Evidence, T> use, String... files) {
        Path folder = ROOT.resolve(set);
        List<Path> paths = files.length == 0
                ? List.of(folder)
                : Stream.of(files).map(f -> folder.resolve(f + ".gz")).toList();
        try (Evidence evidence = EvidenceReader.read(paths, EvidenceReader.Options.TEXTS)) {
            return use.apply(evidence);
        }
    }

    static Ledger ledger(String set, String... files) {
        return read("jvm/" + set, evidence -> Ledger.of(evidence, DumpShare.NONE), files);
    }

    static long bytes(Ledger ledger, String id) {
        return ledger.lines().stream()
                .filter(l -> l.id().equals(id))
                .mapToLong(LedgerLine::bytes)
                .findFirst()
                .orElse(0);
    }
}
