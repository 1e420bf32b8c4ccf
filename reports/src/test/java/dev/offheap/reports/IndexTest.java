package dev.offheap.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.offheap.reports.index.Index;
import dev.offheap.reports.index.IndexBuilder;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

class IndexTest {
    @Test
    void theIndexKeepsARowOfEachReportAndNotTheReport() {
        IndexBuilder builder = new IndexBuilder();
        WeakReference<Report> report = add(builder);

        for (int i = 0; i < 10 && report.get() != null; i++) {
            System.gc();
        }

        assertNull(report.get());
        Index index = builder.build("1.0-test");
        assertEquals("orders-1", index.incidents().get(0).id());
        assertEquals("Cache", index.owners().get(0).name());
    }

    /** In a method of its own, so that no variable holds the report. */
    private static WeakReference<Report> add(IndexBuilder builder) {
        Report report = Samples.report(Samples.full("Cache"));
        builder.done("orders-1", "incidents/orders-1/report.html", report);
        return new WeakReference<>(report);
    }
}
