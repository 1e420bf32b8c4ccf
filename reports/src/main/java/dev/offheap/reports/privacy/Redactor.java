package dev.offheap.reports.privacy;

import dev.offheap.reports.Report;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Replaces names of the application and of input files in a report, everywhere in it. */
public final class Redactor {
    private static final String APP = "app:";
    private static final String NPM = "npm:";
    private static final Pattern HELD_BY = Pattern.compile("(?<= held by )\\S+?(?=,|$)");
    private static final Pattern SKIPPED = Pattern.compile("\\(\\d+ more objects\\)");
    /** Where lines of the ledger are named after files. */
    private static final Pattern OF_FILES = Pattern.compile("(files|libraries|addons)\\..*");

    private final NameMask names;
    private final PublicNames known;
    private final Map<String, String> inputs = new HashMap<>();
    private boolean node;

    private Redactor(Masks masks, PublicNames known) {
        this.known = known;
        names = new NameMask(masks, known);
    }

    /** The report without names of the application. */
    public static Report strict(Report report, Masks masks, PublicNames known) {
        return new Redactor(masks, known).redact(report);
    }

    /** A name that people gave, of a folder for example, without its words. */
    public static String name(String name, Masks masks, PublicNames known) {
        return new NameMask(masks, known).name(name);
    }

    private Report redact(Report report) {
        node = report.subject().runtime().equals("node");
        learn(report);
        return new Report(
                report.schema(),
                report.tool(),
                report.subject().withoutArguments(),
                text(report.verdict()),
                report.inputs().stream()
                        .map(input -> new Report.Input(
                                inputs.get(input.name()),
                                input.kind(),
                                input.bytes(),
                                input.sha256(),
                                input.status(),
                                text(input.note())))
                        .toList(),
                report.memory(),
                report.ledger().stream().map(this::line).toList(),
                report.owners().stream().map(this::owner).toList(),
                report.buffers(),
                report.findings().stream().map(this::finding).toList(),
                report.categories().stream()
                        .map(category -> new Report.Category(
                                category.id(),
                                category.owners().stream().map(this::ownerId).toList(),
                                category.beforeBytes(),
                                category.afterLowBytes(),
                                category.afterHighBytes(),
                                category.savingLowBytes(),
                                category.savingHighBytes()))
                        .toList(),
                report.totals(),
                report.alerts(),
                report.warnings().stream()
                        .map(warning ->
                                new Report.Warning(warning.code(), text(warning.message()), input(warning.input())))
                        .toList(),
                report.budget() == null
                        ? null
                        : new Report.Budget(report.budget().breaches().stream()
                                .map(breach -> new Report.Breach(
                                        text(breach.id()),
                                        breach.actualBytes(),
                                        breach.limitBytes(),
                                        text(breach.message())))
                                .toList()),
                new Report.Privacy("strict", List.of()));
    }

    /** All names first: one that is told by a path may stand in a sentence before it. */
    private void learn(Report report) {
        int number = 1;
        for (Report.Input input : report.inputs()) {
            inputs.put(input.name(), "input-" + number++ + "." + input.kind());
        }
        for (Report.Owner owner : report.owners()) {
            if (isPrivate(owner.id())) {
                names.learnWhole(owner.name());
                names.learn(owner.id().substring(APP.length()));
                owner.patterns()
                        .forEach(pattern -> HELD_BY.matcher(pattern.label())
                                .results()
                                .forEach(holder -> names.learn(holder.group())));
            }
            owner.heldFor().stream()
                    .map(Report.HeldFor::owner)
                    .filter(this::isPrivate)
                    .forEach(id -> {
                        names.learnWhole(id.substring(APP.length()));
                        names.learn(id.substring(APP.length()));
                    });
            learn(owner.evidence());
        }
        report.findings().forEach(finding -> learn(finding.evidence()));
    }

    private void learn(List<Report.Proof> proofs) {
        proofs.stream()
                .filter(proof -> proof.path() != null)
                .flatMap(proof -> proof.path().stream())
                .filter(step -> !node && !isPublicStep(step))
                .forEach(names::learn);
    }

    private boolean isPrivate(String ownerId) {
        return ownerId.startsWith(APP) || ownerId.startsWith(NPM) && !known.isModule(ownerId.substring(NPM.length()));
    }

    private String ownerId(String id) {
        if (!isPrivate(id)) {
            return names.text(id);
        }
        return id.substring(0, APP.length()) + names.name(id.substring(APP.length()));
    }

    private Report.LedgerEntry line(Report.LedgerEntry line) {
        boolean named = OF_FILES.matcher(line.id()).matches() && line.id().endsWith("." + line.label());
        String label = named ? names.file(line.label()) : text(line.label());
        return new Report.LedgerEntry(
                lineId(line.id(), named ? line.label() : ""),
                line.parent() == null ? null : names.text(line.parent()),
                label,
                line.bytes(),
                line.basis(),
                line.sources());
    }

    private String lineId(String id, String label) {
        return label.isEmpty() ? names.text(id) : id.substring(0, id.length() - label.length()) + names.file(label);
    }

    private Report.Owner owner(Report.Owner owner) {
        boolean own = isPrivate(owner.id());
        return new Report.Owner(
                ownerId(owner.id()),
                own ? names.name(owner.name()) : text(owner.name()),
                owner.runtime(),
                owner.category(),
                owner.risk(),
                owner.version(),
                owner.bytes(),
                owner.lowBytes(),
                owner.highBytes(),
                owner.residentBytes(),
                owner.basis(),
                owner.share(),
                owner.objects(),
                owner.patterns().stream()
                        .map(pattern -> new Report.Pattern(
                                text(pattern.label()),
                                pattern.bytes(),
                                pattern.lowBytes(),
                                pattern.highBytes(),
                                pattern.objects(),
                                pattern.basis()))
                        .toList(),
                owner.natives().stream().map(names::file).toList(),
                owner.heldFor().stream()
                        .map(user -> new Report.HeldFor(ownerId(user.owner()), user.bytes()))
                        .toList(),
                proofs(owner.evidence()));
    }

    private List<Report.Proof> proofs(List<Report.Proof> proofs) {
        return proofs.stream()
                .map(proof -> new Report.Proof(
                        text(proof.text()),
                        proof.path() == null
                                ? null
                                : proof.path().stream().map(this::step).toList()))
                .toList();
    }

    private String step(String step) {
        if (isPublicStep(step)) {
            return step;
        }
        return node ? nodeStep(step) : names.name(step);
    }

    private boolean isPublicStep(String step) {
        return SKIPPED.matcher(step).matches() || !node && known.isType(step);
    }

    /** {@code Cache.entries in orders/cache.js}: the place may be a package that everybody knows. */
    private String nodeStep(String step) {
        int at = step.lastIndexOf(" in ");
        if (at < 0) {
            return names.script(step);
        }
        String place = step.substring(at + " in ".length());
        String module = place.split(" ")[0];
        return names.script(step.substring(0, at)) + " in " + (known.isModule(module) ? place : names.script(place));
    }

    private Report.Finding finding(Report.Finding finding) {
        return new Report.Finding(
                finding.id(),
                ownerId(finding.owner()),
                text(finding.title()),
                finding.status(),
                finding.basis(),
                finding.beforeBytes(),
                finding.saving(),
                proofs(finding.evidence()),
                finding.advice(),
                finding.verify());
    }

    private String input(String name) {
        return name == null ? null : inputs.getOrDefault(name, "input");
    }

    /** Longest names of files first: one may be part of another. */
    private String text(String text) {
        if (text == null) {
            return null;
        }
        String masked = text;
        for (String name : inputs.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(n -> n))
                .toList()) {
            masked = masked.replace(name, inputs.get(name));
        }
        return names.text(masked);
    }
}
