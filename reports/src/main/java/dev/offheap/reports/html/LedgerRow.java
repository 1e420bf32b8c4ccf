package dev.offheap.reports.html;

import dev.offheap.reports.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A line of the ledger at its place in the tree.
 *
 * @param depth 0 for the root
 * @param share of the root's bytes
 */
public record LedgerRow(Report.LedgerEntry line, int depth, String share) {
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
        for (Report.LedgerEntry part : parts.getOrDefault(line.id(), List.of())) {
            add(part, depth + 1, whole, parts, rows);
        }
    }
}
