package dev.offheap.reports.html;

import dev.offheap.reports.Report;
import java.util.List;

/**
 * A report cut to what a page can carry, whatever the dump: lists have a longest length and texts too. The page says what
 * was left out; the JSON report has all.
 *
 * @param owners most owners and findings; others lists of the report follow from it
 * @param parts most patterns and proofs of one owner or finding
 * @param chars longest text, in characters
 */
record Excerpt(int owners, int parts, int chars) {
    /** More owners than this do not help a reader. */
    static final Excerpt USUAL = new Excerpt(50, 20, 400);

    /** Half of everything: for names that are long on purpose. */
    Excerpt smaller() {
        return new Excerpt(Math.max(1, owners / 2), Math.max(1, parts / 2), Math.max(40, chars / 2));
    }

    Report of(Report report) {
        return new Report(
                report.schema(),
                report.tool(),
                subject(report.subject()),
                cut(report.verdict(), 3 * chars),
                first(report.inputs(), 2 * owners).stream().map(this::input).toList(),
                report.memory(),
                report.ledger().stream().map(this::line).toList(),
                first(report.owners(), owners).stream().map(this::owner).toList(),
                first(report.buffers(), owners),
                first(report.findings(), owners).stream().map(this::finding).toList(),
                first(report.categories(), owners).stream().map(this::category).toList(),
                report.totals(),
                first(report.alerts(), owners),
                first(report.warnings(), 2 * owners).stream().map(this::warning).toList(),
                report.budget() == null ? null : new Report.Budget(breaches(report.budget())),
                report.privacy());
    }

    private Report.Subject subject(Report.Subject subject) {
        return new Report.Subject(
                subject.runtime(),
                subject.runtimeVersion(),
                subject.pid(),
                subject.capturedAt(),
                subject.arguments() == null ? null : texts(first(subject.arguments(), 4 * owners)));
    }

    private Report.Input input(Report.Input input) {
        return new Report.Input(
                cut(input.name(), chars),
                input.kind(),
                input.bytes(),
                input.sha256(),
                input.status(),
                cut(input.note(), 3 * chars));
    }

    private Report.LedgerEntry line(Report.LedgerEntry line) {
        return new Report.LedgerEntry(
                line.id(), line.parent(), cut(line.label(), chars), line.bytes(), line.basis(), line.sources());
    }

    private Report.Owner owner(Report.Owner owner) {
        return new Report.Owner(
                owner.id(),
                cut(owner.name(), chars),
                owner.runtime(),
                owner.category(),
                owner.risk(),
                cut(owner.version(), chars),
                owner.bytes(),
                owner.lowBytes(),
                owner.highBytes(),
                owner.residentBytes(),
                owner.basis(),
                owner.share(),
                owner.objects(),
                first(owner.patterns(), parts).stream().map(this::pattern).toList(),
                texts(first(owner.natives(), parts)),
                first(owner.heldFor(), parts),
                proofs(owner.evidence()));
    }

    private Report.Pattern pattern(Report.Pattern pattern) {
        return new Report.Pattern(
                cut(pattern.label(), chars),
                pattern.bytes(),
                pattern.lowBytes(),
                pattern.highBytes(),
                pattern.objects(),
                pattern.basis());
    }

    private List<Report.Proof> proofs(List<Report.Proof> proofs) {
        return first(proofs, parts).stream()
                .map(proof -> new Report.Proof(
                        cut(proof.text(), 2 * chars),
                        proof.path() == null ? List.of() : texts(first(proof.path(), 2 * parts))))
                .toList();
    }

    private Report.Finding finding(Report.Finding finding) {
        Report.Advice advice = finding.advice();
        return new Report.Finding(
                finding.id(),
                finding.owner(),
                cut(finding.title(), chars),
                finding.status(),
                finding.basis(),
                finding.beforeBytes(),
                finding.saving(),
                proofs(finding.evidence()),
                new Report.Advice(
                        cut(advice.summary(), 2 * chars),
                        texts(first(advice.steps(), parts)),
                        first(advice.snippets(), parts).stream()
                                .map(snippet -> new Report.Snippet(snippet.language(), cut(snippet.code(), 10 * chars)))
                                .toList(),
                        advice.scope()),
                texts(first(finding.verify(), parts)));
    }

    private Report.Category category(Report.Category category) {
        return new Report.Category(
                category.id(),
                first(category.owners(), parts),
                category.beforeBytes(),
                category.afterLowBytes(),
                category.afterHighBytes(),
                category.savingLowBytes(),
                category.savingHighBytes());
    }

    private List<Report.Breach> breaches(Report.Budget budget) {
        return first(budget.breaches(), owners).stream()
                .map(breach -> new Report.Breach(
                        breach.id(), breach.actualBytes(), breach.limitBytes(), cut(breach.message(), 2 * chars)))
                .toList();
    }

    private Report.Warning warning(Report.Warning warning) {
        return new Report.Warning(warning.code(), cut(warning.message(), 3 * chars), cut(warning.input(), chars));
    }

    private List<String> texts(List<String> texts) {
        return texts.stream().map(text -> cut(text, chars)).toList();
    }

    private static <T> List<T> first(List<T> all, int most) {
        return all.size() <= most ? all : all.subList(0, most);
    }

    private static String cut(String text, int most) {
        return text == null || text.length() <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Math.min(most, text.codePointCount(0, text.length()))))
                        + "…";
    }
}
