package dev.offheap.classifiers;

import dev.offheap.classifiers.catalog.Catalog;
import dev.offheap.classifiers.ledger.Ledger;
import dev.offheap.classifiers.saving.RatedFinding;
import dev.offheap.classifiers.saving.SavingSum;
import dev.offheap.parser.Evidence;
import dev.offheap.parser.RuntimeKind;
import dev.offheap.parser.Warning;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Turns the evidence of one process into its assessment. */
public final class Assessor {
    private final Catalog catalog;

    public Assessor(Catalog catalog) {
        this.catalog = catalog;
    }

    public Assessment assess(Evidence evidence) {
        Catalog known = catalog.of(evidence.runtime());
        return evidence.runtime() == RuntimeKind.NODE
                ? new NodeAssessor(known).assess(evidence)
                : new JvmAssessor(known).assess(evidence);
    }

    /**
     * What is the same for every runtime: the savings, added up once each, and the order of the findings.
     *
     * @param alerts thresholds worth watching, from the totals
     */
    static Assessment complete(
            Evidence evidence,
            Ledger ledger,
            List<Owner> owners,
            List<BufferCount> buffers,
            List<RatedFinding> rated,
            Function<Totals, List<Alert>> alerts,
            List<Warning> warnings) {
        SavingSum sum = new SavingSum(rated, owners, ledger.lines(), ledger.memory());
        List<Category> categories = sum.categories(owners);
        Totals totals = sum.totals(categories);
        return new Assessment(
                new Subject(evidence.runtime(), evidence.runtimeVersion(), evidence.pid(), evidence.capturedAt()),
                evidence.inputs(),
                ledger.memory(),
                ledger.lines(),
                owners,
                buffers,
                sorted(rated),
                categories,
                totals,
                alerts.apply(totals),
                warnings);
    }

    /** Open ones first, then the largest saving (the middle of its range); ids break ties, so that the order is always the same. */
    private static List<Finding> sorted(List<RatedFinding> rated) {
        return rated.stream()
                .map(RatedFinding::finding)
                .sorted(Comparator.comparing(Finding::status)
                        .thenComparing(Comparator.comparingLong(
                                        (Finding finding) -> finding.saving().lowBytes()
                                                + finding.saving().highBytes())
                                .reversed())
                        .thenComparing(Finding::id))
                .toList();
    }
}
