package dev.offheap.reports.budget;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.offheap.parser.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a budget file: YAML with the keys that {@link Budget} names. */
public final class BudgetReader {
    private static final long LARGEST = 1 << 20;
    private static final List<String> FIGURES = List.of("heap", "native", "residual", "rss");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String name;

    private BudgetReader(Path file) {
        name = file.getFileName().toString();
    }

    /**
     * Reads a file.
     *
     * @throws InputException when it is no budget: with the key or line and the reason
     */
    public static Budget read(Path file) throws InputException {
        return new BudgetReader(file).parse(file);
    }

    private Budget parse(Path file) throws InputException {
        JsonNode root;
        try {
            if (Files.size(file) > LARGEST) {
                throw refused("", "it is too large for a budget");
            }
            root = YAML.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw refused(
                    e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr(),
                    "it is not YAML that can be read");
        } catch (InputException e) {
            throw e;
        } catch (IOException e) {
            throw new InputException(name, "", "it cannot be read", "check the name and its permissions");
        }
        require(root, "", List.of("categories", "growth", "heap", "native", "owners", "residual", "rss"));
        JsonNode growth = root.path("growth");
        Budget budget = new Budget(
                figures(root, ""),
                limits(root.path("owners"), "owners"),
                limits(root.path("categories"), "categories"),
                growth.isMissingNode() ? Budget.Growth.NONE : growth(growth));
        if (budget.figures().isEmpty()
                && budget.owners().isEmpty()
                && budget.categories().isEmpty()
                && !budget.needsBaseline()) {
            throw refused("", "it sets no limit");
        }
        return budget;
    }

    private Budget.Growth growth(JsonNode node) throws InputException {
        require(node, "growth", List.of("categories", "heap", "native", "owners", "residual", "rss"));
        return new Budget.Growth(
                figures(node, "growth."),
                limits(node.path("owners"), "growth.owners"),
                limits(node.path("categories"), "growth.categories"));
    }

    private void require(JsonNode node, String place, List<String> known) throws InputException {
        if (!node.isObject()) {
            throw refused(place, "limits are written as 'name: size'");
        }
        for (var field : node.properties()) {
            if (!known.contains(field.getKey())) {
                throw refused(place, "'" + field.getKey() + "' is no limit; there are " + String.join(", ", known));
            }
        }
    }

    private Map<String, Limit> figures(JsonNode node, String place) throws InputException {
        Map<String, Limit> limits = new TreeMap<>();
        for (String figure : FIGURES) {
            if (node.has(figure)) {
                limits.put(figure, limit(node.get(figure), place + figure));
            }
        }
        return limits;
    }

    private Map<String, Limit> limits(JsonNode node, String place) throws InputException {
        Map<String, Limit> limits = new TreeMap<>();
        if (node.isMissingNode()) {
            return limits;
        }
        if (!node.isObject()) {
            throw refused(place, "limits are written as 'id: size'");
        }
        for (var field : node.properties()) {
            limits.put(field.getKey(), limit(field.getValue(), place + "." + field.getKey()));
        }
        return limits;
    }

    private Limit limit(JsonNode value, String place) throws InputException {
        if (!value.isValueNode() || value.isNull()) {
            throw refused(place, "a size belongs here, as in 600 MiB or 5 %");
        }
        try {
            Limit limit = Limit.of(value.asText());
            if (limit.percent() && place.equals("rss")) {
                throw refused(place, "the resident size has no whole to be a share of; write a size");
            }
            return limit;
        } catch (IllegalArgumentException e) {
            throw refused(place, e.getMessage());
        }
    }

    private InputException refused(String place, String cause) {
        return new InputException(name, place, cause, "the README shows a budget file");
    }
}
