package dev.offheap.reports.html;

import dev.offheap.reports.Report;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where on the page an owner, a line of the ledger or a finding is, if it is shown at all. */
public final class Links {
    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    /** By identity: two findings that read the same are still two places. */
    private final Map<Report.Finding, String> findings = new IdentityHashMap<>();

    Links(Report report, List<LedgerRow> ledger) {
        ledger.stream()
                .map(row -> row.line().id())
                .filter(id -> !id.isEmpty())
                .forEach(id -> owners.put(id, Anchor.of("ledger", id)));
        ledger.forEach(row -> names.put(row.line().id(), row.line().label()));
        report.owners().forEach(owner -> {
            owners.put(owner.id(), Anchor.of("owner", owner.id()));
            names.put(owner.id(), owner.name());
        });
        Set<String> taken = new HashSet<>();
        for (Report.Finding finding : report.findings()) {
            String anchor = Anchor.of("finding", finding.id());
            for (int again = 2; !taken.add(anchor); again++) {
                anchor = Anchor.of("finding", finding.id() + ":" + again);
            }
            findings.put(finding, anchor);
        }
    }

    /** Name of the place of an owner or a line of the ledger; empty when it is not on the page. */
    public String owner(String id) {
        return owners.getOrDefault(id, "");
    }

    /** What people call an owner or a line of the ledger; of one that is not on the page, what its id says. */
    public String name(String id) {
        return names.getOrDefault(id, new Format().id(id.replaceFirst("^(app|npm):", "")));
    }

    /** Name of the place of a line of the ledger. */
    public String ledger(String id) {
        return Anchor.of("ledger", id);
    }

    public String finding(Report.Finding finding) {
        return findings.get(finding);
    }
}
