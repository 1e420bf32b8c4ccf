package dev.offheap.classifiers.ledger;

import dev.offheap.classifiers.Basis;
import dev.offheap.classifiers.DumpShare;
import dev.offheap.parser.Warning;
import dev.offheap.parser.nmt.NmtCategory;
import dev.offheap.parser.nmt.NmtReport;
import java.util.List;

/** The ledger of a tracking report alone: committed bytes, without a word on what is resident. */
final class CommittedLedger {
    private CommittedLedger() {}

    static void add(Lines lines, BestCaptures best, DumpShare dump, List<Warning> warnings) {
        NmtReport report = best.nmt().orElseThrow();
        lines.group("committed", null, "Committed by the JVM");
        for (Use use : List.of(
                Use.HEAP, Use.METASPACE, Use.CLASS_SPACE, Use.CDS, Use.CODE, Use.GC, Use.JVM_STACKS, Use.JVM_OTHER)) {
            long committed = 0;
            for (NmtCategory category : report.categories()) {
                if (Use.ofCategory(category.name()) == use) {
                    committed += category.mmap().committed() + category.stack().committed();
                }
            }
            if (use == Use.JVM_STACKS) {
                lines.group("stacks", "committed", "Thread stacks");
            }
            lines.leaf(
                    use.id(),
                    use == Use.JVM_STACKS ? "stacks" : "committed",
                    use.label(),
                    committed,
                    Basis.MEASURED,
                    best.nmtSource());
        }
        lines.group("c-heap", "committed", "Allocated by the JVM (malloc)");
        new CHeapLines(lines, best, dump).addTracked();
        warnings.add(Warning.of(
                "no-resident-size",
                "no file tells what is resident: these are committed bytes, of the JVM itself; libraries, JNI and what the"
                        + " allocator keeps are not in them"));
    }
}
