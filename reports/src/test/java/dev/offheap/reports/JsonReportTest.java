package dev.offheap.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.offheap.reports.json.JsonReport;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonReportTest {
    @Test
    void theFieldsOfTheContractAreThere() throws IOException {
        JsonNode report = new ObjectMapper().readTree(json(Samples.report(Samples.full("Cache"))));

        assertEquals("offheap-report/1", report.at("/schema").asText());
        assertEquals("jvm", report.at("/subject/runtime").asText());
        assertEquals("2026-11-23T05:06:07Z", report.at("/subject/capturedAt").asText());
        assertEquals("partial", report.at("/inputs/0/status").asText());
        assertEquals(-0.05, report.at("/memory/residualShare").asDouble());
        assertEquals("modelled", report.at("/owners/0/basis").asText());
        assertEquals(41_943_040, report.at("/findings/0/saving/highBytes").asLong());
        assertEquals("production", report.at("/findings/0/advice/scope").asText());
        assertEquals(
                report.at("/categories/0/beforeBytes").asLong() - 41_943_040,
                report.at("/categories/0/afterLowBytes").asLong());
        assertEquals(
                209_715_200 - 10_485_760, report.at("/totals/afterHighBytes").asLong());
    }

    private static String json(Report report) {
        return JsonReport.write(report);
    }
}
