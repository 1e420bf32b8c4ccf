package dev.offheap.classifiers.ledger;

import dev.offheap.classifiers.Basis;
import dev.offheap.classifiers.DumpShare;
import dev.offheap.classifiers.LedgerLine;
import dev.offheap.classifiers.Memory;
import dev.offheap.parser.Captures;
import dev.offheap.parser.Evidence;
import dev.offheap.parser.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Where the memory of a process went.
 *
 * @param memory the totals
 * @param lines a tree by {@link LedgerLine#parent()}: each line is the sum of those below it. With a resident size the
 *     root is {@code rss} and the leaves, {@code residual} among them, add up to it exactly; with native memory
 *     tracking alone the root is {@code committed}. Empty when no input tells either.
 * @param warnings what makes the ledger coarse, and which file would narrow it most ({@code narrow-residual})
 */
public record Ledger(Memory memory, List<LedgerLine> lines, List<Warning> warnings) {
    public Ledger {
        lines = List.copyOf(lines);
        warnings = List.copyOf(warnings);
    }

    /**
     * Divides the memory of the process.
     *
     * @param dump what the analysis of its heap dump found; {@link DumpShare#NONE} without one
     */
    public static Ledger of(Evidence evidence, DumpShare dump) {
        return of(evidence.captures(), dump);
    }

    static Ledger of(Captures captures, DumpShare dump) {
        BestCaptures best = BestCaptures.of(captures);
        List<Warning> warnings = new ArrayList<>();
        BestCaptures.otherAllocator(captures)
                .ifPresent(name -> warnings.add(Warning.of(
                        "other-allocator",
                        "memory is allocated by " + name
                                + ", so the C library's own totals say nothing; what JNI libraries hold"
                                + " is not told from what the allocator keeps")));
        Lines lines = new Lines();
        if (best.map().isPresent()) {
            MappedLedger.add(lines, captures, best, dump, warnings);
        } else if (best.rss().isPresent()) {
            TotalsLedger.add(lines, captures, best, dump, warnings);
        } else if (best.nmt().isPresent()) {
            CommittedLedger.add(lines, best, dump, warnings);
        }
        NextFile.warn(captures, best, warnings);
        List<LedgerLine> built = lines.build();
        return new Ledger(memory(built, best.rss()), built, warnings);
    }

    static Memory memory(List<LedgerLine> lines, OptionalLong rss) {
        OptionalLong heap = bytes(lines, "heap");
        if (rss.isEmpty()) {
            OptionalLong committed = bytes(lines, "committed");
            OptionalLong outside = committed.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(committed.getAsLong() - heap.orElse(0));
            return new Memory(OptionalLong.empty(), heap, outside, OptionalLong.empty(), OptionalLong.empty());
        }
        long residual = bytes(lines, "residual").orElse(0);
        return new Memory(
                rss,
                heap,
                heap.isPresent() ? OptionalLong.of(rss.getAsLong() - heap.getAsLong()) : OptionalLong.empty(),
                OptionalLong.of(rss.getAsLong() - residual),
                OptionalLong.of(residual));
    }

    private static OptionalLong bytes(List<LedgerLine> lines, String id) {
        return lines.stream()
                .filter(line -> line.id().equals(id))
                .mapToLong(LedgerLine::bytes)
                .findFirst();
    }

    /** The line for what nothing explains, so that the leaves add up. */
    static void addResidual(Lines lines, long rss, String source) {
        long residual = rss - lines.sum();
        String label = residual < 0 ? "Counted above, but not resident" : "Not explained";
        lines.leaf("residual", "rss", label, residual, Basis.MEASURED, source);
    }
}
