package dev.offheap.classifiers.ledger;

import dev.offheap.classifiers.Basis;
import dev.offheap.classifiers.DumpShare;
import dev.offheap.parser.nmt.NmtCategory;
import dev.offheap.parser.nmt.NmtReport;
import java.util.Locale;

/**
 * The C heap, divided: what the JVM allocated by its own tracking, what JNI libraries hold (the C library's total less
 * the JVM's), what the allocator keeps free.
 */
final class CHeapLines {
    private static final String ID = "c-heap";
    private static final String JNI = "c-heap.jni";
    private static final String JNI_LABEL = "JNI libraries and the C library";

    private final Lines lines;
    private final BestCaptures best;
    private final DumpShare dump;

    CHeapLines(Lines lines, BestCaptures best, DumpShare dump) {
        this.lines = lines;
        this.best = best;
        this.dump = dump;
    }

    /**
     * @param resident bytes of the C heap that are resident
     * @param kept of these, what the allocator keeps free
     * @param untouched bytes that are allocated, so counted by whoever allocated them, and not resident
     */
    void add(long resident, long kept, long untouched) {
        lines.group(ID, "rss", "C heap (malloc)");
        long own = addTracked();
        if (best.allocator().isEmpty()) {
            addUnseen(Math.max(0, resident - own));
            return;
        }
        AllocatorTotals totals = best.allocator().get();
        addOthers(totals, own);
        addRetained(Math.min(kept, resident), Basis.MEASURED, totals.source());
        addUntouched(untouched);
    }

    /** The same where nothing tells what is resident: as much as was allocated, at most. */
    void addWithoutMap() {
        lines.group(ID, "rss", "C heap (malloc)");
        long own = addTracked();
        best.allocator().ifPresent(totals -> {
            addOthers(totals, own);
            addRetained(totals.retained().orElse(0), Basis.BOUNDED, totals.source());
        });
    }

    /** What the JVM's tracking counted, by category; its sum. */
    long addTracked() {
        if (best.nmt().isEmpty()) {
            return 0;
        }
        NmtReport report = best.nmt().get();
        String direct = directCategory(report);
        long sum = 0;
        for (NmtCategory category : report.categories()) {
            long bytes = category.mallocBytes() + category.arenaBytes() + category.trackingOverhead();
            sum += bytes;
            String id = ID + "." + category.name().toLowerCase(Locale.ROOT).replace(' ', '-');
            if (category.name().equals(direct)) {
                addDirect(id, category.name(), bytes);
            } else {
                lines.leaf(id, ID, "JVM: " + category.name(), bytes, Basis.MEASURED, best.nmtSource());
            }
        }
        return sum;
    }

    /** Before JDK 11 what {@code Unsafe} allocates counts as "Internal"; there "Other" is for other things. */
    private static String directCategory(NmtReport report) {
        return NmtAge.isBeforeJdk11(report) ? "Internal" : "Other";
    }

    private void addDirect(String id, String name, long bytes) {
        if (dump.directBytes() <= 0) {
            lines.leaf(id, ID, "Direct and Unsafe memory (" + name + ")", bytes, Basis.MEASURED, best.nmtSource());
            return;
        }
        lines.group(id, ID, "Direct and Unsafe memory (" + name + ")");
        long direct = Math.min(bytes, dump.directBytes());
        lines.leaf(
                id + ".direct",
                id,
                "Direct buffers and memory segments",
                direct,
                Basis.MEASURED,
                "heap-dump",
                best.nmtSource());
        lines.leaf(
                id + ".unsafe",
                id,
                "Anonymous Unsafe.allocateMemory",
                bytes - direct,
                Basis.MEASURED,
                "heap-dump",
                best.nmtSource());
    }

    private void addOthers(AllocatorTotals totals, long own) {
        long others = Math.max(0, totals.outstanding() - totals.ownMalloc().orElse(own));
        if (own == 0) {
            lines.leaf(
                    ID + ".all", ID, "Allocated by the JVM and JNI libraries", others, Basis.MEASURED, totals.source());
            return;
        }
        String[] sources = {totals.source(), best.nmtSource()};
        JniLines libraries = new JniLines(lines, best.profile(), dump);
        if (libraries.isEmpty()) {
            lines.leaf(JNI, ID, JNI_LABEL, others, Basis.MEASURED, sources);
            return;
        }
        lines.group(JNI, ID, JNI_LABEL);
        long left = others - libraries.add(JNI, others);
        lines.leaf(JNI + ".unattributed", JNI, "Not attributed to a library", left, Basis.MEASURED, sources);
    }

    private void addUnseen(long all) {
        lines.group(JNI, ID, JNI_LABEL);
        long bytes = all
                - new JniLines(lines, best.profile(), dump).add(JNI, best.nmt().isPresent() ? all : 0);
        String label = best.nmt().isPresent()
                ? "JNI libraries and what the allocator keeps free"
                : "Allocated by the JVM and JNI libraries, and kept free";
        lines.leaf(
                ID + ".unseen",
                ID,
                label,
                bytes,
                Basis.BOUNDED,
                best.mapSource(),
                best.nmt().isPresent() ? best.nmtSource() : "");
    }

    private void addUntouched(long bytes) {
        String label = "Of these, allocated and never touched";
        lines.leaf(ID + ".untouched", ID, label, -bytes, Basis.MEASURED, best.mapSource());
    }

    private void addRetained(long bytes, Basis basis, String source) {
        lines.leaf(ID + ".retained", ID, "Free memory that the allocator keeps", bytes, basis, source);
    }
}
