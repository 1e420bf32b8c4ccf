package dev.offheap.reports.sarif;

import dev.offheap.classifiers.Sizes;
import dev.offheap.reports.Report;
import dev.offheap.reports.json.JsonReport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the report as SARIF. */
public final class SarifReport {
    /** GitHub shows the first 5,000 results of a run and refuses more than 25,000. */
    private static final int MOST = 5_000;

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final Report report;
    private final Map<String, Integer> ruleIndexes = new LinkedHashMap<>();
    private final List<Sarif.Rule> rules = new ArrayList<>();
    private final List<Sarif.Result> results = new ArrayList<>();

    private SarifReport(Report report) {
        this.report = report;
    }

    public static String write(Report report) {
        return JsonReport.any(new SarifReport(report).sarif());
    }

    private Sarif sarif() {
        if (report.budget() != null) {
            report.budget().breaches().stream().limit(MOST).forEach(this::add);
        }
        report.findings().stream()
                .filter(finding -> finding.status().equals("open"))
                .limit(MOST - results.size())
                .forEach(this::add);
        Sarif.Driver driver =
                new Sarif.Driver(report.tool().name(), report.tool().version(), rules);
        return new Sarif(SCHEMA, "2.1.0", List.of(new Sarif.Run(new Sarif.Tool(driver), "unicodeCodePoints", results)));
    }

    private void add(Report.Breach breach) {
        String rule = "budget." + breach.id().split(":")[0];
        Map<String, Object> properties = new TreeMap<>();
        if (breach.actualBytes() != null) {
            properties.put("actualBytes", breach.actualBytes());
            properties.put("limitBytes", breach.limitBytes());
        }
        add(
                new Sarif.Rule(
                        rule,
                        new Sarif.Text("A limit of the budget is not kept."),
                        new Sarif.Text("Follow the findings of the report, or change the limit in the budget file.")),
                "error",
                breach.message(),
                breach.id(),
                properties);
    }

    private void add(Report.Finding finding) {
        Map<String, Object> properties = new TreeMap<>();
        properties.put("savingLowBytes", finding.saving().lowBytes());
        properties.put("savingHighBytes", finding.saving().highBytes());
        properties.put("basis", finding.basis());
        add(
                new Sarif.Rule(
                        finding.id(),
                        new Sarif.Text(finding.advice().summary()),
                        new Sarif.Text(String.join("\n", help(finding)))),
                finding.saving().lowBytes() > 0 ? "warning" : "note",
                finding.title() + ". " + finding.advice().summary() + " Gives back "
                        + Sizes.range(
                                finding.saving().lowBytes(), finding.saving().highBytes())
                        + ".",
                finding.owner(),
                properties);
    }

    private static List<String> help(Report.Finding finding) {
        List<String> help = new ArrayList<>(finding.advice().steps());
        finding.advice().snippets().forEach(snippet -> help.add(snippet.code()));
        return help.isEmpty() ? List.of(finding.advice().summary()) : help;
    }

    private void add(Sarif.Rule rule, String level, String message, String subject, Map<String, Object> properties) {
        int index = ruleIndexes.computeIfAbsent(rule.id(), id -> {
            rules.add(rule);
            return rules.size() - 1;
        });
        results.add(new Sarif.Result(
                rule.id(),
                index,
                level,
                new Sarif.Text(withoutLinks(message)),
                List.of(location(subject)),
                Map.of("offheap/v1", rule.id() + "|" + subject),
                properties));
    }

    /** In a message, brackets make links (SARIF 2.1.0, section 3.11.6); names in it come from strangers. */
    private static String withoutLinks(String message) {
        return message.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
    }

    private Sarif.Location location(String subject) {
        Sarif.PhysicalLocation place = report.inputs().stream()
                .filter(input -> input.status().equals("read") || input.status().equals("partial"))
                .findFirst()
                .map(input -> new Sarif.PhysicalLocation(new Sarif.ArtifactLocation(uri(input.name()))))
                .orElse(null);
        return new Sarif.Location(place, List.of(new Sarif.LogicalLocation(subject, "module")));
    }

    /** A file name as a relative reference: every byte that is not plain is escaped, a colon too. */
    private static String uri(String name) {
        StringBuilder uri = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain =
                    b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || "-._~/".indexOf(b) >= 0;
            uri.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b & 0xff));
        }
        return uri.toString();
    }
}
