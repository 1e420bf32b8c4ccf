package dev.offheap.reports.html;

import dev.offheap.reports.Report;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the report as HTML. */
public final class HtmlReport {
    /** Largest page, in bytes: what ticket systems take and mail servers let through. */
    private static final int LARGEST = 1_000_000;

    private static final int MOST_ACTIONS = 3;

    private HtmlReport() {}

    /** The page, below 1 MB whatever the report: names that are long on purpose are cut further until it fits. */
    public static String write(Report report) {
        Excerpt excerpt = Excerpt.USUAL;
        String page = page(report, excerpt);
        while (page.getBytes(StandardCharsets.UTF_8).length > LARGEST && !excerpt.equals(excerpt.smaller())) {
            excerpt = excerpt.smaller();
            page = page(report, excerpt);
        }
        return page;
    }

    private static String page(Report whole, Excerpt excerpt) {
        Report report = excerpt.of(whole);
        List<LedgerRow> ledger = LedgerRow.tree(report.ledger());
        List<LedgerRow> ledgerShown = ledger.subList(0, Math.min(ledger.size(), 4 * excerpt.owners()));
        Map<String, Object> model = new HashMap<>();
        model.put("whole", whole);
        model.put("report", report);
        model.put("links", new Links(report, ledgerShown));
        model.put("ledgerBar", Bar.ofLedger(report.ledger()));
        model.put("treemap", Treemap.of(report.owners()));
        model.put("waterfall", Waterfall.of(report));
        model.put("ledgerRows", ledgerShown);
        model.put("boundedBytes", LedgerRow.boundedBytes(report.ledger()));
        model.put("ledgerSize", ledger.size());
        model.put("actions", open(report, "").stream().limit(MOST_ACTIONS).toList());
        model.put("production", open(report, "production any"));
        model.put("development", open(report, "development"));
        model.put(
                "applied",
                report.findings().stream()
                        .filter(finding -> finding.status().equals("applied"))
                        .toList());
        return Page.of("report.ftlh", model);
    }

    private static List<Report.Finding> open(Report report, String scopes) {
        return report.findings().stream()
                .filter(finding -> finding.status().equals("open"))
                .filter(finding ->
                        scopes.isEmpty() || scopes.contains(finding.advice().scope()))
                .toList();
    }
}
