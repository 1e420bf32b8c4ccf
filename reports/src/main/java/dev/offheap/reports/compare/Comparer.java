package dev.offheap.reports.compare;

import dev.offheap.reports.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares two reports. Ids are stable over incidents, so the same owner, line or finding has the same id in both. */
public final class Comparer {
    private final Report before;
    private final Report after;
    private final List<String> notes = new ArrayList<>();

    private Comparer(Report before, Report after) {
        this.before = before;
        this.after = after;
    }

    /** @param version of the tool that compares */
    public static Comparison compare(Report before, Report after, String version) {
        return new Comparer(before, after).compare(version);
    }

    private Comparison compare(String version) {
        noteWhatDiffers();
        List<Comparison.Change> memory = memory();
        List<Comparison.Change> ledger = changes(
                before.ledger(),
                after.ledger(),
                Report.LedgerEntry::id,
                Report.LedgerEntry::parent,
                Report.LedgerEntry::label,
                Report.LedgerEntry::bytes);
        List<Comparison.Change> owners = new ArrayList<>();
        if (ownersComparable()) {
            owners.addAll(changes(
                    before.owners(),
                    after.owners(),
                    Report.Owner::id,
                    o -> null,
                    Report.Owner::name,
                    Report.Owner::bytes));
            owners.sort(Comparator.comparingLong((Comparison.Change c) -> Math.abs(c.changeBytes()))
                    .reversed()
                    .thenComparing(Comparison.Change::id));
        }
        List<Comparison.FindingChange> findings = findings();
        List<Comparison.Promise> promises = new Promises(before, ledger, owners, findings).list();
        return new Comparison(
                Comparison.SCHEMA,
                new Report.Tool("offheap", version),
                ComparisonVerdict.of(memory, owners.isEmpty() ? leaves(ledger) : owners, promises),
                new Comparison.Side(before.subject().withoutArguments(), before.verdict()),
                new Comparison.Side(after.subject().withoutArguments(), after.verdict()),
                memory,
                ledger,
                owners,
                findings,
                promises,
                notes);
    }

    private static List<Comparison.Change> leaves(List<Comparison.Change> ledger) {
        Set<String> inner = ledger.stream().map(Comparison.Change::parent).collect(Collectors.toSet());
        return ledger.stream()
                .filter(line -> line.parent() != null && !inner.contains(line.id()))
                .toList();
    }

    private void noteWhatDiffers() {
        if (!before.subject().runtime().equals(after.subject().runtime())) {
            notes.add("One process ran on " + before.subject().runtime() + " and the other on "
                    + after.subject().runtime() + ": their ledgers have different lines.");
        }
        if (before.ledger().isEmpty() != after.ledger().isEmpty()) {
            notes.add(
                    "Only one of the two has a ledger, so its lines look new or gone; capture process maps for both.");
        } else if (!sources(before).equals(sources(after))) {
            notes.add("The two rest on different kinds of files (" + String.join(", ", sources(before)) + "; "
                    + String.join(", ", sources(after))
                    + "): a line that only one kind can tell looks new or gone.");
        }
        if (!ownersComparable()) {
            notes.add("Only one of the two has a heap dump that was read, so owners are not compared.");
        }
    }

    private static List<String> sources(Report report) {
        return report.ledger().stream()
                .flatMap(line -> line.sources().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Owners other than the unattributed rest come from a dump: without one in both, all would look new or gone. */
    private boolean ownersComparable() {
        return hasDump(before) == hasDump(after);
    }

    private static boolean hasDump(Report report) {
        return report.owners().stream().anyMatch(owner -> !owner.id().equals("unattributed"));
    }

    private List<Comparison.Change> memory() {
        List<Comparison.Change> changes = new ArrayList<>();
        add(changes, "rss", "Resident", Report.Memory::rssBytes);
        add(changes, "heap", "Heap", Report.Memory::heapBytes);
        add(changes, "native", "Outside the heap", Report.Memory::nativeBytes);
        add(changes, "residual", "Not explained", Report.Memory::residualBytes);
        return changes;
    }

    private void add(List<Comparison.Change> changes, String id, String label, Function<Report.Memory, Long> figure) {
        Long was = figure.apply(before.memory());
        Long is = figure.apply(after.memory());
        if (was != null && is != null) {
            changes.add(new Comparison.Change(id, null, label, "both", was, is, is - was));
        }
    }

    /** Those of after in their order, then those that are gone in theirs. */
    private static <T> List<Comparison.Change> changes(
            List<T> before,
            List<T> after,
            Function<T, String> id,
            Function<T, String> parent,
            Function<T, String> label,
            Function<T, Long> bytes) {
        Map<String, T> was = new LinkedHashMap<>();
        before.forEach(value -> was.putIfAbsent(id.apply(value), value));
        Map<String, T> is = new LinkedHashMap<>();
        after.forEach(value -> is.putIfAbsent(id.apply(value), value));
        List<Comparison.Change> changes = new ArrayList<>();
        is.forEach((key, value) -> {
            T old = was.get(key);
            long from = old == null ? 0 : bytes.apply(old);
            long to = bytes.apply(value);
            changes.add(new Comparison.Change(
                    key, parent.apply(value), label.apply(value), old == null ? "new" : "both", from, to, to - from));
        });
        was.forEach((key, value) -> {
            if (!is.containsKey(key)) {
                long from = bytes.apply(value);
                changes.add(
                        new Comparison.Change(key, parent.apply(value), label.apply(value), "gone", from, 0, -from));
            }
        });
        return changes;
    }

    private List<Comparison.FindingChange> findings() {
        Map<String, Report.Finding> was = open(before);
        Map<String, Report.Finding> is = open(after);
        List<String> applied = after.findings().stream()
                .filter(finding -> finding.status().equals("applied"))
                .map(Report.Finding::id)
                .toList();
        List<Comparison.FindingChange> changes = new ArrayList<>();
        is.forEach((id, finding) -> {
            if (!was.containsKey(id)) {
                changes.add(change(finding, "new"));
            }
        });
        was.forEach((id, finding) -> {
            if (!is.containsKey(id)) {
                changes.add(change(finding, applied.contains(id) ? "applied" : "gone"));
            }
        });
        is.forEach((id, finding) -> {
            if (was.containsKey(id)) {
                changes.add(change(finding, "still"));
            }
        });
        return changes;
    }

    private static Map<String, Report.Finding> open(Report report) {
        Map<String, Report.Finding> open = new LinkedHashMap<>();
        report.findings().stream()
                .filter(finding -> finding.status().equals("open"))
                .forEach(finding -> open.putIfAbsent(finding.id(), finding));
        return open;
    }

    private static Comparison.FindingChange change(Report.Finding finding, String status) {
        return new Comparison.FindingChange(finding.id(), finding.owner(), finding.title(), status, finding.saving());
    }
}
