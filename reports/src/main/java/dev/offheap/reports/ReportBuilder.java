package dev.offheap.reports;

import dev.offheap.classifiers.Assessment;
import dev.offheap.classifiers.Category;
import dev.offheap.classifiers.Finding;
import dev.offheap.classifiers.LedgerLine;
import dev.offheap.classifiers.Memory;
import dev.offheap.classifiers.Owner;
import dev.offheap.classifiers.Proof;
import dev.offheap.classifiers.Subject;
import dev.offheap.classifiers.Totals;
import dev.offheap.parser.InputFile;
import dev.offheap.parser.Warning;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Makes the report of an assessment. */
public final class ReportBuilder {
    private final String version;

    /** @param version of the tool, shown in the report */
    public ReportBuilder(String version) {
        this.version = version;
    }

    public Report build(Assessment assessment) {
        return new Report(
                Report.SCHEMA,
                new Report.Tool("offheap", version),
                subject(assessment.subject()),
                Verdict.of(assessment),
                assessment.inputs().stream().map(ReportBuilder::input).toList(),
                memory(assessment.memory()),
                assessment.ledger().stream().map(ReportBuilder::line).toList(),
                assessment.owners().stream().map(ReportBuilder::owner).toList(),
                assessment.buffers().stream()
                        .map(b -> new Report.Buffers(b.kind(), b.objects(), b.bytes(), b.counted()))
                        .toList(),
                assessment.findings().stream().map(ReportBuilder::finding).toList(),
                assessment.categories().stream().map(ReportBuilder::category).toList(),
                totals(assessment.totals()),
                assessment.alerts().stream()
                        .map(a -> new Report.Alert(a.metric(), a.thresholdBytes(), a.why()))
                        .toList(),
                assessment.warnings().stream().map(ReportBuilder::warning).toList(),
                null,
                null);
    }

    private static Report.Subject subject(Subject subject) {
        return new Report.Subject(
                name(subject.runtime()),
                subject.runtimeVersion().orElse(null),
                boxed(subject.pid()),
                subject.capturedAt()
                        .map(time -> time.truncatedTo(ChronoUnit.SECONDS).toString())
                        .orElse(null),
                null);
    }

    private static Report.Input input(InputFile input) {
        return new Report.Input(
                input.name(),
                input.kind(),
                input.bytes(),
                input.sha256().orElse(null),
                name(input.status()),
                input.note().orElse(null));
    }

    private static Report.Memory memory(Memory memory) {
        Double share = memory.rssBytes().isPresent()
                        && memory.residualBytes().isPresent()
                        && memory.rssBytes().getAsLong() > 0
                ? rounded((double) memory.residualBytes().getAsLong()
                        / memory.rssBytes().getAsLong())
                : null;
        return new Report.Memory(
                boxed(memory.rssBytes()),
                boxed(memory.heapBytes()),
                boxed(memory.nativeBytes()),
                boxed(memory.explainedBytes()),
                boxed(memory.residualBytes()),
                share);
    }

    private static Report.LedgerEntry line(LedgerLine line) {
        return new Report.LedgerEntry(
                line.id(), line.parent().orElse(null), line.label(), line.bytes(), name(line.basis()), line.sources());
    }

    private static Report.Owner owner(Owner owner) {
        return new Report.Owner(
                owner.id(),
                owner.name(),
                name(owner.runtime()),
                owner.category(),
                name(owner.risk()),
                owner.version().orElse(null),
                owner.bytes(),
                owner.lowBytes(),
                owner.highBytes(),
                boxed(owner.residentBytes()),
                name(owner.basis()),
                rounded(owner.share()),
                owner.objects(),
                owner.patterns().stream()
                        .map(p -> new Report.Pattern(
                                p.label(), p.bytes(), p.lowBytes(), p.highBytes(), p.objects(), name(p.basis())))
                        .toList(),
                owner.natives(),
                owner.heldFor().stream()
                        .map(h -> new Report.HeldFor(h.owner(), h.bytes()))
                        .toList(),
                proofs(owner.evidence()));
    }

    private static List<Report.Proof> proofs(List<Proof> proofs) {
        return proofs.stream()
                .map(proof -> new Report.Proof(proof.text(), proof.path()))
                .toList();
    }

    private static Report.Finding finding(Finding finding) {
        return new Report.Finding(
                finding.id(),
                finding.owner(),
                finding.title(),
                name(finding.status()),
                name(finding.basis()),
                finding.beforeBytes(),
                new Report.Saving(finding.saving().lowBytes(), finding.saving().highBytes()),
                proofs(finding.evidence()),
                new Report.Advice(
                        finding.advice().summary(),
                        finding.advice().steps(),
                        finding.advice().snippets().stream()
                                .map(s -> new Report.Snippet(s.language(), s.code()))
                                .toList(),
                        name(finding.advice().scope())),
                finding.verify());
    }

    private static Report.Category category(Category category) {
        return new Report.Category(
                category.id(),
                category.owners(),
                category.beforeBytes(),
                category.beforeBytes() - category.saving().highBytes(),
                category.beforeBytes() - category.saving().lowBytes(),
                category.saving().lowBytes(),
                category.saving().highBytes());
    }

    private static Report.Totals totals(Totals totals) {
        return new Report.Totals(
                totals.beforeBytes(),
                totals.beforeBytes() - totals.saving().highBytes(),
                totals.beforeBytes() - totals.saving().lowBytes(),
                totals.saving().lowBytes(),
                totals.saving().highBytes());
    }

    private static Report.Warning warning(Warning warning) {
        return new Report.Warning(
                warning.code(), warning.message(), warning.input().orElse(null));
    }

    private static Long boxed(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    /** Shares to four digits: enough for a hundredth of a percent, and the same on every machine. */
    private static double rounded(double share) {
        return Math.round(share * 10_000) / 10_000.0;
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
