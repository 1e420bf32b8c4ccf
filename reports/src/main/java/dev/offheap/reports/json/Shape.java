package dev.offheap.reports.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Says where a document departs from a JSON Schema, as far as this project's own schemas go: types, required fields, items
 * and references within the schema. The tests check the schemas with a full validator.
 */
final class Shape {
    private final JsonNode schema;

    Shape(JsonNode schema) {
        this.schema = schema;
    }

    /** The first fault, with its place as a JSON pointer; empty when there is none. */
    Optional<String> fault(JsonNode document) {
        return fault(document, schema, "");
    }

    private Optional<String> fault(JsonNode value, JsonNode rule, String place) {
        JsonNode reference = rule.path("$ref");
        if (reference.isTextual()) {
            return fault(value, schema.at(reference.asText().substring(1)), place);
        }
        String type = rule.path("type").asText("");
        if (!isOfType(value, type)) {
            return Optional.of("the value at " + (place.isEmpty() ? "/" : place) + " is not of type " + type);
        }
        for (JsonNode name : rule.path("required")) {
            if (value.path(name.asText()).isMissingNode()) {
                return Optional.of("there is no field " + place + "/" + name.asText());
            }
        }
        return value.isArray() ? faultOfItems(value, rule.path("items"), place) : faultOfFields(value, rule, place);
    }

    private Optional<String> faultOfItems(JsonNode array, JsonNode rule, String place) {
        for (int i = 0; i < array.size(); i++) {
            Optional<String> fault = fault(array.get(i), rule, place + "/" + i);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private Optional<String> faultOfFields(JsonNode object, JsonNode rule, String place) {
        for (var field : rule.path("properties").properties()) {
            JsonNode value = object.path(field.getKey());
            if (!value.isMissingNode()) {
                Optional<String> fault = fault(value, field.getValue(), place + "/" + field.getKey());
                if (fault.isPresent()) {
                    return fault;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isOfType(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber() && value.canConvertToLong();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> !value.isNull();
        };
    }
}
