package dev.offheap.reports.index;

import dev.offheap.classifiers.Sizes;
import dev.offheap.reports.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Takes one report after the other and keeps a row of each, so memory does not follow the size of reports. */
public final class IndexBuilder {
    private static final String UNATTRIBUTED = "unattributed";

    /** In a dump, packages of applications are as many as strangers like; totals of so many owners are kept. */
    private static final int MOST_OWNERS = 10_000;

    private final List<Index.Incident> incidents = new ArrayList<>();
    private final Map<String, Index.OwnerTotal> owners = new TreeMap<>();

    /** @param path of the HTML report below the output folder */
    public void done(String id, String path, Report report) {
        Optional<Report.Owner> top = report.owners().stream()
                .filter(owner -> owner.bytes() > 0 && !owner.id().equals(UNATTRIBUTED))
                .findFirst();
        incidents.add(new Index.Incident(
                id,
                group(id),
                "done",
                path,
                report.subject().capturedAt(),
                report.subject().runtime(),
                report.memory().rssBytes(),
                null,
                report.memory().nativeBytes(),
                top.map(Report.Owner::name).orElse(null),
                top.map(Report.Owner::bytes).orElse(null),
                new Report.Saving(
                        report.totals().savingLowBytes(), report.totals().savingHighBytes()),
                report.budget() == null ? null : report.budget().breaches().size(),
                report.verdict(),
                null));
        report.owners().stream().filter(owner -> owner.bytes() > 0).forEach(owner -> add(id, owner));
    }

    /** @param failure why there is no report, one line */
    public void failed(String id, String failure) {
        incidents.add(new Index.Incident(
                id, group(id), "failed", null, null, null, null, null, null, null, null, null, null, null, failure));
    }

    /** {@code orders-07} and {@code orders-08} are of one service, {@code 2026-11-23/orders} and that of the next day too. */
    private static String group(String id) {
        return id.replaceAll("[0-9]+", "#");
    }

    private void add(String incident, Report.Owner owner) {
        Index.OwnerTotal old = owners.get(owner.id());
        if (old == null && owners.size() >= MOST_OWNERS) {
            return;
        }
        boolean most = old == null || owner.bytes() > old.mostBytes();
        owners.put(
                owner.id(),
                new Index.OwnerTotal(
                        owner.id(),
                        owner.name(),
                        owner.category(),
                        old == null ? 1 : old.incidents() + 1,
                        owner.bytes() + (old == null ? 0 : old.bytes()),
                        most ? owner.bytes() : old.mostBytes(),
                        most ? incident : old.mostIn()));
    }

    public Index build(String version) {
        incidents.sort(Comparator.comparing(Index.Incident::group)
                .thenComparing(Index.Incident::capturedAt, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Index.Incident::id));
        List<Index.OwnerTotal> totals = owners.values().stream()
                .sorted(Comparator.comparingLong(Index.OwnerTotal::bytes)
                        .reversed()
                        .thenComparing(Index.OwnerTotal::id))
                .toList();
        return new Index(Index.SCHEMA, new Report.Tool("offheap", version), verdict(totals), withTrend(), totals);
    }

    private List<Index.Incident> withTrend() {
        Map<String, Long> before = new HashMap<>();
        List<Index.Incident> rows = new ArrayList<>();
        for (Index.Incident row : incidents) {
            Long was = before.get(row.group());
            rows.add(was == null || row.rssBytes() == null ? row : withChange(row, row.rssBytes() - was));
            if (row.rssBytes() != null) {
                before.put(row.group(), row.rssBytes());
            }
        }
        return rows;
    }

    private static Index.Incident withChange(Index.Incident row, long change) {
        return new Index.Incident(
                row.id(),
                row.group(),
                row.status(),
                row.report(),
                row.capturedAt(),
                row.runtime(),
                row.rssBytes(),
                change,
                row.nativeBytes(),
                row.topOwner(),
                row.topOwnerBytes(),
                row.saving(),
                row.breaches(),
                row.verdict(),
                row.failure());
    }

    private String verdict(List<Index.OwnerTotal> totals) {
        long failed =
                incidents.stream().filter(row -> row.status().equals("failed")).count();
        String count = incidents.size() + (incidents.size() == 1 ? " incident" : " incidents");
        String failures = failed == 0 ? "" : ", " + failed + " without a report";
        String most = totals.stream()
                .filter(owner -> !owner.id().equals(UNATTRIBUTED))
                .findFirst()
                .map(owner -> "; " + owner.name() + " holds most over all, " + Sizes.text(owner.bytes()) + " in "
                        + owner.incidents())
                .orElse("");
        return count + failures + most + ".";
    }
}
