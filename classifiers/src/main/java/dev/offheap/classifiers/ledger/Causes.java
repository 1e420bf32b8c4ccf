package dev.offheap.classifiers.ledger;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.offheap.classifiers.saving.RatedFinding;
import dev.offheap.parser.Captures;
import dev.offheap.parser.Evidence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The known causes of resident memory that no library stands for, as findings on lines of the ledger. */
public final class Causes {
    private static final String RULES = "/ledger/causes.yaml";

    private static final ObjectReader READER = YAMLMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(new TypeReference<List<CauseRule>>() {});

    private Causes() {}

    /**
     * The causes that the figures show, in the order of the rules.
     *
     * @param ledger of the same evidence
     * @param dump what was found in its heap dump
     */
    public static List<RatedFinding> of(Evidence evidence, Ledger ledger, DumpShare dump) {
        return of(evidence.captures(), ledger, dump);
    }

    static List<RatedFinding> of(Captures captures, Ledger ledger, DumpShare dump) {
        Map<String, Object> figures = CauseFigures.of(captures, ledger, dump);
        return rules().stream()
                .map(rule -> rule.find(figures))
                .flatMap(Optional::stream)
                .toList();
    }

    static List<CauseRule> rules() {
        try (InputStream in = Causes.class.getResourceAsStream(RULES)) {
            return READER.readValue(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
