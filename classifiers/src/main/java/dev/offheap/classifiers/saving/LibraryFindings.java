package dev.offheap.classifiers.saving;

import dev.offheap.classifiers.Finding;
import dev.offheap.classifiers.Owner;
import dev.offheap.classifiers.Proof;
import dev.offheap.classifiers.Saving;
import dev.offheap.classifiers.catalog.Catalog;
import dev.offheap.classifiers.catalog.FindingRule;
import dev.offheap.classifiers.catalog.Library;
import dev.offheap.classifiers.catalog.Measure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongBiFunction;

/** The catalog's findings for the libraries that own memory in a dump. */
public final class LibraryFindings {
    private final ToLongBiFunction<Library, Measure> measures;

    private LibraryFindings(ToLongBiFunction<Library, Measure> measures) {
        this.measures = measures;
    }

    /** @param measures value of a library's measure in the heap at hand */
    public static List<RatedFinding> of(
            ToLongBiFunction<Library, Measure> measures, List<Owner> owners, Catalog catalog) {
        LibraryFindings findings = new LibraryFindings(measures);
        List<RatedFinding> found = new ArrayList<>();
        for (Owner owner : owners) {
            catalog.find(owner.id())
                    .ifPresent(library -> library.findings()
                            .forEach(rule -> findings.find(library, rule, owner).ifPresent(found::add)));
        }
        return found;
    }

    private Optional<RatedFinding> find(Library library, FindingRule rule, Owner owner) {
        Map<String, Object> names = names(library, rule, owner);
        boolean applied = rule.applied().map(formula -> formula.holds(names)).orElse(false);
        if (!applied && !rule.when().holds(names)) {
            return Optional.empty();
        }
        long before = rule.before().map(formula -> formula.number(names)).orElse(owner.bytes());
        Saving saving = applied ? Saving.NONE : saving(rule, names, before, owner);
        names.put("before", before);
        names.put("low", saving.lowBytes());
        names.put("high", saving.highBytes());
        return Optional.of(new RatedFinding(
                new Finding(
                        library.id() + "." + rule.id(),
                        library.id(),
                        FindingText.fill(rule.title(), names),
                        applied ? Finding.Status.APPLIED : Finding.Status.OPEN,
                        rule.basis(),
                        before,
                        saving,
                        rule.evidence().stream()
                                .map(text -> Proof.of(FindingText.fill(text, names)))
                                .toList(),
                        FindingText.advice(rule.advice(), names),
                        rule.verify()),
                rule.part().orElse("")));
    }

    /** Never more than what would shrink, nor than what of the owner is resident. */
    private static Saving saving(FindingRule rule, Map<String, Object> names, long before, Owner owner) {
        long low = Math.max(0, rule.low().number(names));
        long high = Math.max(low, rule.high().number(names));
        Saving saving = new Saving(low, high).cappedAt(before);
        return owner.residentBytes().isPresent()
                ? saving.cappedAt(owner.residentBytes().getAsLong())
                : saving;
    }

    private Map<String, Object> names(Library library, FindingRule rule, Owner owner) {
        Map<String, Object> names = new HashMap<>();
        names.put("bytes", owner.bytes());
        names.put("lowBytes", owner.lowBytes());
        names.put("highBytes", owner.highBytes());
        names.put("objects", owner.objects());
        names.put("version", owner.version().orElse(""));
        Map<String, Long> patterns = new HashMap<>();
        Map<String, Long> counts = new HashMap<>();
        owner.patterns().forEach(pattern -> {
            patterns.put(pattern.label(), pattern.bytes());
            counts.put(pattern.label(), pattern.objects());
        });
        names.put("patterns", patterns);
        names.put("counts", counts);
        rule.measures().forEach((name, measure) -> names.put(name, measures.applyAsLong(library, measure)));
        return names;
    }
}
