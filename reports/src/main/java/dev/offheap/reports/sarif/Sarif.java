package dev.offheap.reports.sarif;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/** As much of SARIF 2.1.0 as a report needs; names are those of the standard. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Sarif(@JsonProperty("$schema") String schema, String version, List<Run> runs) {
    record Run(Tool tool, String columnKind, List<Result> results) {}

    record Tool(Driver driver) {}

    record Driver(String name, String semanticVersion, List<Rule> rules) {}

    record Rule(String id, Text shortDescription, Text help) {}

    record Text(String text) {}

    record Result(
            String ruleId,
            int ruleIndex,
            String level,
            Text message,
            List<Location> locations,
            Map<String, String> partialFingerprints,
            Map<String, Object> properties) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Location(PhysicalLocation physicalLocation, List<LogicalLocation> logicalLocations) {}

    record PhysicalLocation(ArtifactLocation artifactLocation) {}

    record ArtifactLocation(String uri) {}

    record LogicalLocation(String fullyQualifiedName, String kind) {}
}
