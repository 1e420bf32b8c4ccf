package dev.offheap.reports.json;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.offheap.reports.Report;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes the report as JSON: UTF-8, indented by two blanks, line feeds, fields in the order of the contract. */
public final class JsonReport {
    private static final ObjectWriter WRITER = JsonMapper.builder().build().writer(printer());

    private JsonReport() {}

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    }

    public static String write(Report report) {
        return any(report);
    }

    /** Writes another value of this module in the same form. */
    public static String any(Object value) {
        try {
            return WRITER.writeValueAsString(value) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
