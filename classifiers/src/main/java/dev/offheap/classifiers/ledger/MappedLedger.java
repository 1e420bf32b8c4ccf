package dev.offheap.classifiers.ledger;

import dev.offheap.classifiers.Basis;
import dev.offheap.classifiers.DumpShare;
import dev.offheap.parser.Captures;
import dev.offheap.parser.Warning;
import dev.offheap.parser.nmt.NmtReport;
import dev.offheap.parser.process.ProcessMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The ledger where a process map says what is resident. */
final class MappedLedger {
    /** Libraries and files below this share of RSS are put together. */
    private static final double SMALL = 0.001;

    private final Lines lines;
    private final BestCaptures best;
    private final Partition partition;
    private final Claims claims;
    private long unknown;

    private MappedLedger(Lines lines, BestCaptures best, Claims claims, Partition partition) {
        this.lines = lines;
        this.best = best;
        this.claims = claims;
        this.partition = partition;
        this.unknown = partition.rss(Use.ANONYMOUS);
    }

    static void add(Lines lines, Captures captures, BestCaptures best, DumpShare dump, List<Warning> warnings) {
        ProcessMap map = best.map().orElseThrow();
        NmtReport report = best.nmt().orElse(null);
        Claims claims = Claims.of(captures, report).orBySize(map, report);
        MappedLedger ledger = new MappedLedger(lines, best, claims, Partition.of(map, claims));
        ledger.add(dump);
        if (map.swap() > 0) {
            warnings.add(Warning.of(
                    "swapped-out",
                    String.format(
                            Locale.ROOT,
                            "%d bytes of the process are in swap: they count in the JVM's own figures and not in RSS,"
                                    + " which makes the residual smaller",
                            map.swap())));
        }
    }

    private void add(DumpShare dump) {
        lines.group("rss", null, "Resident size (RSS)");
        for (Use use : List.of(Use.HEAP, Use.METASPACE, Use.CLASS_SPACE, Use.CDS, Use.CODE, Use.JVM_OTHER, Use.GC)) {
            addMapped(use);
        }
        addStacks();
        addNamed(Use.LIBRARY, partition.libraries(), "smaller libraries");
        addNamed(Use.FILE, partition.files(), "smaller files");
        leaf(Use.KERNEL, partition.rss(Use.KERNEL));
        leaf(Use.HEAP_VIEWS, partition.rss(Use.HEAP_VIEWS));
        addCHeap(dump);
        Ledger.addResidual(lines, partition.rss(), best.mapSource());
    }

    /**
     * Where the map does not show a use, the JVM's committed bytes stand for it: it is that at most, and no more than
     * the C heap leaves, where that is measured.
     */
    private void addMapped(Use use) {
        long resident = partition.rss(use);
        if (best.nmt().isEmpty() || claims.complete() || resident > 0) {
            leaf(use, resident);
            return;
        }
        long bytes = Math.max(0, Math.min(unknown - reservedForCHeap(), committed(use)));
        unknown -= bytes;
        lines.leaf(use.id(), "rss", use.label(), bytes, Basis.BOUNDED, best.nmtSource());
    }

    private long reservedForCHeap() {
        if (best.allocator().isEmpty()) {
            return 0;
        }
        AllocatorTotals totals = best.allocator().get();
        long kept = KeptFree.resident(totals, partition, claims.complete());
        return Math.max(0, Math.min(unknown, totals.outstanding() + kept - partition.cHeap()));
    }

    private long committed(Use use) {
        return best.nmt().orElseThrow().categories().stream()
                .filter(c -> Use.ofCategory(c.name()) == use)
                .mapToLong(c -> c.mmap().committed())
                .sum();
    }

    private void addStacks() {
        long jvm = partition.rss(Use.JVM_STACKS);
        long other = partition.rss(Use.OTHER_STACKS);
        if (jvm == 0 && best.nmt().isEmpty()) {
            lines.leaf("stacks", "rss", "Thread stacks", other, Basis.MEASURED, best.mapSource());
            return;
        }
        lines.group("stacks", "rss", "Thread stacks");
        Basis basis = Basis.MEASURED;
        if (!claims.complete() && jvm == 0 && best.nmt().isPresent()) {
            // By their looks all stacks are alike; the JVM counts what is touched of its own.
            long stacks = best.nmt()
                    .get()
                    .category("Thread")
                    .map(c -> c.stack().committed())
                    .orElse(0L);
            jvm = Math.min(other, stacks);
            other -= jvm;
            basis = Basis.BOUNDED;
        }
        lines.leaf(Use.JVM_STACKS.id(), "stacks", Use.JVM_STACKS.label(), jvm, basis, sources());
        lines.leaf(Use.OTHER_STACKS.id(), "stacks", Use.OTHER_STACKS.label(), other, basis, best.mapSource());
    }

    private void addNamed(Use use, Map<String, Long> byName, String smaller) {
        lines.group(use.id(), "rss", use.label());
        long least = (long) (partition.rss() * SMALL);
        byName.entrySet().stream()
                .filter(e -> e.getValue() >= least)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(e -> lines.leaf(
                        use.id() + "." + e.getKey(),
                        use.id(),
                        e.getKey(),
                        e.getValue(),
                        Basis.MEASURED,
                        best.mapSource()));
        long count = byName.values().stream().filter(bytes -> bytes < least).count();
        long rest = byName.values().stream()
                .filter(bytes -> bytes < least)
                .mapToLong(Long::longValue)
                .sum();
        lines.leaf(use.id() + ".rest", use.id(), count + " " + smaller, rest, Basis.MEASURED, best.mapSource());
    }

    private void addCHeap(DumpShare dump) {
        long resident = partition.cHeap();
        if (best.nmt().isPresent()) {
            // The JVM tells all that it maps: what is left is allocated.
            resident += unknown;
        } else {
            resident += reservedForCHeap();
        }
        long kept = best.allocator()
                .map(totals -> KeptFree.resident(totals, partition, claims.complete()))
                .orElse(0L);
        long untouched = best.allocator().map(this::untouched).orElse(0L);
        new CHeapLines(lines, best, dump).add(resident, kept, untouched);
    }

    /**
     * Bytes that were allocated in mappings of their own and are not resident. Where more is mapped than the C library
     * has from the system, the rest is no allocation (stacks that it keeps for the next thread, for example), and may be
     * what was not touched.
     */
    private long untouched(AllocatorTotals totals) {
        long mapped = partition.arenaBytes() + partition.mallocBytes();
        long noAllocation =
                Math.max(0, mapped - totals.outstanding() - totals.retained().orElse(0));
        return claims.complete() ? Math.max(0, partition.untouched() - noAllocation) : 0;
    }

    private void leaf(Use use, long bytes) {
        lines.leaf(use.id(), "rss", use.label(), bytes, Basis.MEASURED, sources());
    }

    private String[] sources() {
        return new String[] {best.mapSource(), claims.source()};
    }
}
