package dev.offheap.classifiers.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.offheap.classifiers.Basis;
import dev.offheap.classifiers.Finding;
import dev.offheap.classifiers.formula.Formula;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A pattern of waste: how it shows, what it costs, what to do.
 *
 * <p>Formulas see the measures of this rule by name, and of the library's owner {@code bytes} (its best figure),
 * {@code objects}, and the bytes of its patterns as {@code patterns['label']}; texts see the same names in
 * {@code ${name}}, and a size for people in {@code ${bytes:name}}.
 *
 * @param id unique within the library
 * @param title one sentence
 * @param measures figures the rule needs
 * @param when the waste is there when this holds
 * @param applied the remedy is in place when this holds
 * @param part label of the pattern that would shrink: savings on one part overlap and are not added up
 * @param before bytes that would shrink; the owner's when left out
 * @param low what surely goes, in bytes
 * @param high the ideal case, in bytes
 */
public record FindingRule(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String title,
        Map<String, Measure> measures,
        @JsonProperty(required = true) Formula when,
        Optional<Formula> applied,
        Optional<String> part,
        Optional<Formula> before,
        @JsonProperty(required = true) Basis basis,
        @JsonProperty(required = true) Formula low,
        @JsonProperty(required = true) Formula high,
        List<String> evidence,
        @JsonProperty(required = true) AdviceText advice,
        List<String> verify) {
    public FindingRule {
        measures = measures == null ? Map.of() : new LinkedHashMap<>(measures);
        applied = Lists.orEmpty(applied);
        part = Lists.orEmpty(part);
        before = Lists.orEmpty(before);
        evidence = Lists.orEmpty(evidence);
        verify = Lists.orEmpty(verify);
        new KnownNames(measures.keySet())
                .checkFormulas(Stream.of(Optional.of(when), applied, before, Optional.of(low), Optional.of(high))
                        .flatMap(Optional::stream)
                        .toList())
                .checkTexts(Stream.of(Stream.of(title, advice.summary()), evidence.stream(), advice.steps().stream())
                        .flatMap(texts -> texts)
                        .toList());
    }

    /** The remedy as the catalog writes it. */
    public record AdviceText(
            @JsonProperty(required = true) String summary,
            List<String> steps,
            List<SnippetText> snippets,
            Finding.Scope scope) {
        public AdviceText {
            steps = Lists.orEmpty(steps);
            snippets = Lists.orEmpty(snippets);
            scope = scope == null ? Finding.Scope.ANY : scope;
        }
    }

    /**
     * Text to paste.
     *
     * @param when shown only where this holds, as in {@code version =^ '4.1.'}; always when left out
     */
    public record SnippetText(
            @JsonProperty(required = true) String language,
            @JsonProperty(required = true) String code,
            Optional<Formula> when) {
        public SnippetText {
            when = Lists.orEmpty(when);
        }
    }
}
