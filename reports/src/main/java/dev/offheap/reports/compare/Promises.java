package dev.offheap.reports.compare;

import dev.offheap.reports.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether promised savings came true. Findings on one owner overlap, so they are judged together: of their low ends the
 * largest counts, their high ends add up to the owner's former size at most, as in the report's own sums.
 */
final class Promises {
    private final Report before;
    private final Map<String, Comparison.Change> sizes = new HashMap<>();
    private final List<Comparison.FindingChange> findings;

    Promises(
            Report before,
            List<Comparison.Change> ledger,
            List<Comparison.Change> owners,
            List<Comparison.FindingChange> findings) {
        this.before = before;
        this.findings = findings;
        ledger.forEach(line -> sizes.put(line.id(), line));
        owners.forEach(owner -> sizes.put(owner.id(), owner));
    }

    List<Comparison.Promise> list() {
        Map<String, List<Comparison.FindingChange>> followed = new TreeMap<>();
        findings.stream()
                .filter(finding ->
                        finding.status().equals("gone") || finding.status().equals("applied"))
                .filter(finding -> sizes.containsKey(finding.owner()))
                .forEach(finding -> followed.computeIfAbsent(finding.owner(), o -> new ArrayList<>())
                        .add(finding));
        return followed.entrySet().stream()
                .map(entry -> promise(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Comparison.Promise promise(String owner, List<Comparison.FindingChange> followed) {
        Comparison.Change size = sizes.get(owner);
        long limit = before.owners().stream()
                .filter(o -> o.id().equals(owner))
                .mapToLong(Report.Owner::highBytes)
                .findFirst()
                .orElse(size.beforeBytes());
        long low = followed.stream().mapToLong(f -> f.saving().lowBytes()).max().orElse(0);
        long high = Math.min(
                limit, followed.stream().mapToLong(f -> f.saving().highBytes()).sum());
        long observed = -size.changeBytes();
        return new Comparison.Promise(
                owner,
                size.label(),
                followed.stream().map(Comparison.FindingChange::id).toList(),
                Math.min(low, high),
                high,
                observed,
                outcome(Math.min(low, high), high, observed));
    }

    private static String outcome(long low, long high, long observed) {
        if (observed <= 0) {
            return "none";
        }
        return observed < low ? "less" : observed > high ? "more" : "kept";
    }
}
