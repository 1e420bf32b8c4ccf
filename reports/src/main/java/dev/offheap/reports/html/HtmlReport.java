package dev.offheap.reports.html;

import dev.offheap.reports.Report;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/** Writes the report as HTML. */
public final class HtmlReport {
    /** More owners than this do not help a reader and would let a hostile dump grow the page; the rest is counted. */
    private static final int MOST_OWNERS = 50;

    private static final int MOST_ACTIONS = 3;

    private static final Configuration TEMPLATES = templates();
    private static final String STYLE = resource("report.css");

    private HtmlReport() {}

    private static Configuration templates() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(HtmlReport.class, "");
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        return configuration;
    }

    public static String write(Report report) {
        Map<String, Object> model = new HashMap<>();
        model.put("report", report);
        model.put("format", new Format());
        model.put("style", STYLE);
        model.put("styleHash", sha256(STYLE));
        model.put("ledgerBar", Bar.ofLedger(report.ledger()));
        model.put("ownerBar", Bar.ofOwners(report.owners()));
        model.put("ledgerRows", LedgerRow.tree(report.ledger()));
        model.put("owners", report.owners().stream().limit(MOST_OWNERS).toList());
        model.put("actions", open(report, "").stream().limit(MOST_ACTIONS).toList());
        model.put("production", open(report, "production any"));
        model.put("development", open(report, "development"));
        model.put(
                "applied",
                report.findings().stream()
                        .filter(finding -> finding.status().equals("applied"))
                        .toList());
        StringWriter out = new StringWriter();
        try {
            TEMPLATES.getTemplate("report.ftlh").process(model, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("the report template is broken: " + e.getMessage(), e);
        }
        return out.toString();
    }

    private static List<Report.Finding> open(Report report, String scopes) {
        return report.findings().stream()
                .filter(finding -> finding.status().equals("open"))
                .filter(finding ->
                        scopes.isEmpty() || scopes.contains(finding.advice().scope()))
                .toList();
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the page's own security policy allows: exactly this style and nothing else. */
    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
