package dev.offheap.reports.html;

import dev.offheap.reports.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A line of the ledger at its place in the tree.
 *
 * @param depth 0 for the root
 * @param share of the root's bytes
 */
public record LedgerRow(Report.LedgerEntry line, int depth, String share) {
    /** Leaves below one in so many of the whole are shown together; the JSON report has each. */
    private static final int SMALL = 1000;

    /** Parents before their parts, parts in the order of the ledger. */
    static List<LedgerRow> tree(List<Report.LedgerEntry> ledger) {
        Map<String, List<Report.LedgerEntry>> parts = new HashMap<>();
        for (Report.LedgerEntry line : ledger) {
            parts.computeIfAbsent(line.parent() == null ? "" : line.parent(), p -> new ArrayList<>())
                    .add(line);
        }
        List<LedgerRow> rows = new ArrayList<>();
        for (Report.LedgerEntry root : parts.getOrDefault("", List.of())) {
            add(root, 0, root.bytes(), parts, rows);
        }
        return rows;
    }

    private static void add(
            Report.LedgerEntry line,
            int depth,
            long whole,
            Map<String, List<Report.LedgerEntry>> parts,
            List<LedgerRow> rows) {
        rows.add(new LedgerRow(line, depth, Format.percent(line.bytes(), whole)));
        List<Report.LedgerEntry> small = new ArrayList<>();
        for (Report.LedgerEntry part : parts.getOrDefault(line.id(), List.of())) {
            if (part.bytes() >= 0 && part.bytes() < whole / SMALL && !parts.containsKey(part.id())) {
                small.add(part);
            } else {
                add(part, depth + 1, whole, parts, rows);
            }
        }
        if (!small.isEmpty()) {
            Report.LedgerEntry together = small.size() == 1 ? small.get(0) : together(small);
            rows.add(new LedgerRow(together, depth + 1, Format.percent(together.bytes(), whole)));
        }
    }

    /** What stands under lines of which only the most is known, so that it may be less and others more. */
    static long boundedBytes(List<Report.LedgerEntry> ledger) {
        Set<String> inner = ledger.stream().map(Report.LedgerEntry::parent).collect(Collectors.toSet());
        return ledger.stream()
                .filter(line -> line.parent() != null && !inner.contains(line.id()))
                .filter(line -> line.basis().equals("bounded"))
                .mapToLong(line -> Math.max(0, line.bytes()))
                .sum();
    }

    private static Report.LedgerEntry together(List<Report.LedgerEntry> small) {
        return new Report.LedgerEntry(
                "",
                small.get(0).parent(),
                small.size() + " lines of less than 0.1 %",
                small.stream().mapToLong(Report.LedgerEntry::bytes).sum(),
                small.get(0).basis(),
                small.stream()
                        .flatMap(line -> line.sources().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }
}
