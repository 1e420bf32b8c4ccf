package dev.offheap.reports;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.offheap.reports.compare.Comparer;
import dev.offheap.reports.index.IndexBuilder;
import dev.offheap.reports.json.Contract;
import dev.offheap.reports.json.JsonReport;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemasTest {
    private static final Report FULL = Samples.report(Samples.full("Cache"));
    private static final Report EMPTY = Samples.report(Samples.empty());

    @Test
    void aReportWithEveryPartOrNoneKeepsToItsSchema() {
        Schemas.assertKept(Contract.REPORT, JsonReport.write(FULL));
        Schemas.assertKept(Contract.REPORT, JsonReport.write(EMPTY));
        Schemas.assertKept(
                Contract.REPORT,
                JsonReport.write(FULL.withBudget(
                                new Report.Budget(List.of(new Report.Breach("rss", 2L, 1L, "resident memory is 2 B"))))
                        .withPrivacy(new Report.Privacy("none", List.of("paths")))));
    }

    @Test
    void aComparisonKeepsToItsSchema() {
        for (Report before : List.of(FULL, EMPTY)) {
            for (Report after : List.of(FULL, EMPTY, Samples.fixed(FULL, 30 << 20))) {
                Schemas.assertKept(Contract.COMPARISON, comparison(before, after));
            }
        }
    }

    @Test
    void anIndexKeepsToItsSchema() {
        Schemas.assertKept(Contract.INDEX, index());
        Schemas.assertKept(Contract.INDEX, JsonReport.any(new IndexBuilder().build("1.0-test")));
    }

    @Test
    void aSchemaRefusesWhatLacksAFieldOrHasOneMore() {
        assertRefused(Contract.REPORT, JsonReport.write(FULL), "owners");
        assertRefused(Contract.COMPARISON, comparison(FULL, EMPTY), "promises");
        assertRefused(Contract.COMPARISON, comparison(FULL, EMPTY), "changeBytes");
        assertRefused(Contract.INDEX, index(), "failure");
        assertRefused(Contract.INDEX, index(), "mostIn");
    }

    private static void assertRefused(Contract contract, String json, String field) {
        String broken = json.replace("\"" + field + "\"", "\"other\"");
        assertFalse(Schemas.faults(contract, broken).isEmpty(), contract + " without " + field);
    }

    private static String comparison(Report before, Report after) {
        return JsonReport.any(Comparer.compare(before, after, "1.0-test"));
    }

    private static String index() {
        IndexBuilder builder = new IndexBuilder();
        builder.done("orders-1", "incidents/orders-1/report.html", FULL);
        builder.done("orders-2", "incidents/orders-2/report.html", EMPTY);
        builder.failed("orders-3", "heap.hprof: the file is empty");
        return JsonReport.any(builder.build("1.0-test"));
    }
}
