package dev.offheap.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.offheap.reports.sarif.SarifReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SarifReportTest {
    private static final Schema STANDARD = standard();

    private static Schema standard() {
        try (InputStream in = SarifReportTest.class.getResourceAsStream("/sarif/sarif-schema-2.1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void keepsToTheStandard() {
        Report over = Samples.report(Samples.full("a b:c%é</script>"))
                .withBudget(new Report.Budget(List.of(
                        new Report.Breach("rss", 2L, 1L, "too much"),
                        new Report.Breach("growth:rss", null, null, "not known"))));

        assertEquals(List.of(), faults(over));
        assertEquals(List.of(), faults(Samples.report(Samples.full("Cache"))));
        assertEquals(List.of(), faults(Samples.report(Samples.empty())));
        assertEquals(List.of(), faults(Samples.large(60, "Cache")));
    }

    @Test
    void theStandardRefusesWhatIsNoSarif() {
        String broken = SarifReport.write(Samples.report(Samples.full("Cache"))).replace("\"ruleId\"", "\"rule-id\"");

        assertFalse(STANDARD.validate(broken, InputFormat.JSON).isEmpty());
    }

    @Test
    void breachesAreErrorsAndFindingsHaveStableFingerprints() throws IOException {
        Report over = Samples.report(Samples.full("Cache"))
                .withBudget(new Report.Budget(List.of(new Report.Breach("owner:netty", 2L, 1L, "too much"))));

        JsonNode results = new ObjectMapper().readTree(SarifReport.write(over)).at("/runs/0/results");

        assertEquals("error", results.at("/0/level").asText());
        assertEquals("budget.owner", results.at("/0/ruleId").asText());
        assertEquals("warning", results.at("/1/level").asText());
        assertEquals(
                "netty.idle-pool|app:Cache",
                results.at("/1/partialFingerprints").get("offheap/v1").asText());
        assertEquals(
                "Cache",
                results.at("/1/locations/0/physicalLocation/artifactLocation/uri")
                        .asText());
    }

    private static List<?> faults(Report report) {
        return STANDARD.validate(SarifReport.write(report), InputFormat.JSON);
    }
}
