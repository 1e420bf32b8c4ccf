package dev.offheap.classifiers.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.offheap.classifiers.Basis;
import dev.offheap.classifiers.Finding;
import dev.offheap.classifiers.Proof;
import dev.offheap.classifiers.Saving;
import dev.offheap.classifiers.catalog.FindingRule.AdviceText;
import dev.offheap.classifiers.formula.Formula;
import dev.offheap.classifiers.saving.FindingText;
import dev.offheap.classifiers.saving.RatedFinding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cause of resident memory that no library stands for: how the figures show it, what it costs, what to do. Formulas
 * and texts see the names of {@link CauseFigures}.
 *
 * @param id unique among the causes
 * @param owner id of the ledger line that would shrink, or a text that gives it
 * @param part findings of one owner and part overlap
 * @param when the cause is there when this holds
 * @param applied the remedy is in place when this holds
 * @param before bytes that would shrink
 * @param low what surely goes, in bytes
 * @param high the ideal case, in bytes
 */
record CauseRule(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String owner,
        String part,
        @JsonProperty(required = true) String title,
        @JsonProperty(required = true) Formula when,
        Formula applied,
        @JsonProperty(required = true) Formula before,
        @JsonProperty(required = true) Basis basis,
        @JsonProperty(required = true) Formula low,
        @JsonProperty(required = true) Formula high,
        @JsonProperty(required = true) List<EvidenceText> evidence,
        @JsonProperty(required = true) AdviceText advice,
        @JsonProperty(required = true) List<String> verify) {

    /** A sentence, said when its condition holds or there is none. */
    record EvidenceText(@JsonProperty(required = true) String text, Formula when) {}

    Optional<RatedFinding> find(Map<String, Object> figures) {
        boolean isApplied = applied != null && applied.holds(figures);
        if (!isApplied && !when.holds(figures)) {
            return Optional.empty();
        }
        Map<String, Object> names = new HashMap<>(figures);
        long shrinks = Math.max(0, before.number(names));
        long least = Math.max(0, low.number(names));
        Saving saving =
                isApplied ? Saving.NONE : new Saving(least, Math.max(least, high.number(names))).cappedAt(shrinks);
        names.put("before", shrinks);
        names.put("low", saving.lowBytes());
        names.put("high", saving.highBytes());
        Finding finding = new Finding(
                id,
                FindingText.fill(owner, names),
                FindingText.fill(title, names),
                isApplied ? Finding.Status.APPLIED : Finding.Status.OPEN,
                basis,
                shrinks,
                saving,
                evidence.stream()
                        .filter(e -> e.when() == null || e.when().holds(names))
                        .map(e -> Proof.of(FindingText.fill(e.text(), names)))
                        .toList(),
                FindingText.advice(advice, names),
                verify);
        return Optional.of(new RatedFinding(finding, part == null ? "" : part));
    }
}
