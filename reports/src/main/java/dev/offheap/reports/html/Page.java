package dev.offheap.reports.html;

import dev.offheap.parser.Printable;
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
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/** Fills a template with a model. All pages share one style, one script and the policy that allows those two alone. */
public final class Page {
    private static final Configuration TEMPLATES = templates();
    private static final String STYLE = resource("page.css");
    private static final String SCRIPT = resource("page.js");

    private Page() {}

    private static Configuration templates() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(Page.class, "");
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        return configuration;
    }

    /**
     * Writes a page.
     *
     * @param template name of an {@code .ftlh} file of this package
     * @param model what the template names, beside {@code format} and what the frame of the page needs
     */
    public static String of(String template, Map<String, ?> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("format", new Format());
        all.put("style", STYLE);
        all.put("styleHash", sha256(STYLE));
        all.put("script", SCRIPT);
        all.put("scriptHash", sha256(SCRIPT));
        StringWriter out = new StringWriter();
        try {
            TEMPLATES.getTemplate(template).process(all, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("the template " + template + " is broken: " + e.getMessage(), e);
        }
        return Printable.lines(out.toString());
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a security policy names a style or a script that it allows. */
    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
