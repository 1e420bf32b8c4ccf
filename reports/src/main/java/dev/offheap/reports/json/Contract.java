package dev.offheap.reports.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The kinds of JSON document that the tool writes, each a contract with a JSON Schema (draft 2020-12). */
public enum Contract {
    /** {@link dev.offheap.reports.Report}, of one incident. */
    REPORT,
    /** {@link dev.offheap.reports.compare.Comparison}, of two. */
    COMPARISON,
    /** {@link dev.offheap.reports.index.Index}, of a batch. */
    INDEX;

    /** How a person names it, for example {@code report}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The text of the schema. */
    public String schema() {
        try (InputStream in = Contract.class.getResourceAsStream("offheap-" + title() + "-1.schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
