package dev.offheap.classifiers.ledger;

import dev.offheap.classifiers.Basis;
import dev.offheap.classifiers.DumpShare;
import dev.offheap.parser.Captures;
import dev.offheap.parser.Warning;
import dev.offheap.parser.hotspot.VmInfo;
import dev.offheap.parser.nmt.NmtCategory;
import dev.offheap.parser.process.ProcessStatus;
import java.util.List;
import java.util.OptionalLong;

/**
 * The ledger where the resident size is known as a whole only: from {@code status}, an error log or a recording. What
 * the JVM committed stands for what is resident, which it is at most; the Java heap, which is rarely touched as a
 * whole, takes what the others leave, within what is in use and what is committed.
 */
final class TotalsLedger {
    private TotalsLedger() {}

    static void add(Lines lines, Captures captures, BestCaptures best, DumpShare dump, List<Warning> warnings) {
        long rss = best.rss().orElseThrow();
        lines.group("rss", null, "Resident size (RSS)");
        OptionalLong file = file(captures);
        if (best.nmt().isPresent()) {
            Lines others = new Lines();
            addOthers(others, best, dump, file);
            long committed = best.nmt()
                    .get()
                    .category("Java Heap")
                    .map(NmtCategory::committed)
                    .orElse(0L);
            // What is in use was touched, what is committed is all that can be.
            long left = Math.max(used(captures, dump), rss - others.sum());
            lines.leaf(
                    Use.HEAP.id(),
                    "rss",
                    Use.HEAP.label(),
                    Math.min(committed, left),
                    Basis.BOUNDED,
                    best.nmtSource(),
                    best.rssSource());
        }
        addOthers(lines, best, dump, file);
        Ledger.addResidual(lines, rss, best.rssSource());
        warnings.add(Warning.of(
                "committed-not-resident",
                "no process map tells what is resident: committed bytes stand for resident ones, so parts may be smaller"
                        + " than shown and the residual larger"));
    }

    private static long used(Captures captures, DumpShare dump) {
        return captures.vmInfos().stream()
                .flatMap(info -> info.heap().stream())
                .mapToLong(VmInfo.JavaHeap::used)
                .reduce(dump.liveHeapBytes().orElse(0), Math::max);
    }

    private static void addOthers(Lines lines, BestCaptures best, DumpShare dump, OptionalLong file) {
        best.nmt().ifPresent(report -> {
            for (Use use :
                    List.of(Use.METASPACE, Use.CLASS_SPACE, Use.CDS, Use.CODE, Use.GC, Use.JVM_STACKS, Use.JVM_OTHER)) {
                long committed = report.categories().stream()
                        .filter(c -> Use.ofCategory(c.name()) == use)
                        .mapToLong(c -> c.mmap().committed() + c.stack().committed())
                        .sum();
                if (use == Use.JVM_STACKS) {
                    lines.group("stacks", "rss", "Thread stacks");
                }
                lines.leaf(
                        use.id(),
                        use == Use.JVM_STACKS ? "stacks" : "rss",
                        use.label(),
                        committed,
                        Basis.BOUNDED,
                        best.nmtSource());
            }
        });
        // The archive of classes is a mapped file too: it is counted where the JVM names it.
        long archive = best.nmt()
                .flatMap(r -> r.category("Shared class space"))
                .map(NmtCategory::committed)
                .orElse(0L);
        file.ifPresent(bytes -> lines.leaf(
                "files",
                "rss",
                "Native libraries and mapped files",
                Math.max(0, bytes - archive),
                Basis.MEASURED,
                best.rssSource()));
        new CHeapLines(lines, best, dump).addWithoutMap();
    }

    private static OptionalLong file(Captures captures) {
        for (ProcessStatus status : captures.statuses()) {
            if (status.rssFile().isPresent()) {
                return status.rssFile();
            }
        }
        for (VmInfo info : captures.vmInfos()) {
            if (info.memory().file().isPresent()) {
                return info.memory().file();
            }
        }
        return OptionalLong.empty();
    }
}
