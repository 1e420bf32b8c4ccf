package dev.offheap.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.offheap.reports.json.Contract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Holds documents against the schemas, more strictly than a user would: a field that the schema does not describe is a
 * fault here, so that a schema cannot fall behind what is written.
 */
final class Schemas {
    private Schemas() {}

    static void assertKept(Contract contract, String json) {
        assertEquals(List.of(), faults(contract, json));
    }

    static List<String> faults(Contract contract, String json) {
        try {
            JsonNode schema = new ObjectMapper().readTree(contract.schema());
            close(schema);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema.toString())
                    .validate(json, InputFormat.JSON)
                    .stream()
                    .map(Object::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forbids further fields in every object that is described. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path("type").asText().equals("object")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(Schemas::close);
    }
}
