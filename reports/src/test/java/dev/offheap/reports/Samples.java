package dev.offheap.reports;

import dev.offheap.classifiers.Alert;
import dev.offheap.classifiers.Assessment;
import dev.offheap.classifiers.Basis;
import dev.offheap.classifiers.BufferCount;
import dev.offheap.classifiers.Category;
import dev.offheap.classifiers.Finding;
import dev.offheap.classifiers.LedgerLine;
import dev.offheap.classifiers.Memory;
import dev.offheap.classifiers.Owner;
import dev.offheap.classifiers.Proof;
import dev.offheap.classifiers.Risk;
import dev.offheap.classifiers.Saving;
import dev.offheap.classifiers.Subject;
import dev.offheap.classifiers.Totals;
import dev.offheap.parser.InputFile;
import dev.offheap.parser.RuntimeKind;
import dev.offheap.parser.Warning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Assessments for tests of the formats: one with every part in use, one with none. */
final class Samples {
    private static final long MIB = 1L << 20;

    private Samples() {}

    /** @param name stands wherever a name comes from the files that were read */
    static Assessment full(String name) {
        Owner owner = new Owner(
                "app:" + name,
                name,
                RuntimeKind.JVM,
                "application",
                Risk.HIGH,
                Optional.of("1.2.3"),
                96 * MIB,
                90 * MIB,
                100 * MIB,
                OptionalLong.of(80 * MIB),
                Basis.MODELLED,
                0.75,
                96,
                List.of(new Owner.Pattern(
                        "direct buffers held by " + name, 96 * MIB, 90 * MIB, 100 * MIB, 96, Basis.MODELLED)),
                List.of("lib" + name + ".so"),
                List.of(new Owner.HeldFor("app:" + name, MIB)),
                List.of(new Proof("the largest of 96", List.of(name + ".images", "java.nio.DirectByteBuffer"))));
        Finding finding = new Finding(
                "netty.idle-pool",
                owner.id(),
                "half of " + name + " is idle",
                Finding.Status.OPEN,
                Basis.MEASURED,
                96 * MIB,
                new Saving(10 * MIB, 40 * MIB),
                List.of(Proof.of("seen in " + name)),
                new Finding.Advice(
                        "Shrink it.",
                        List.of("First this.", "Then that."),
                        List.of(new Finding.Snippet("shell", "-Dx=<y> && echo \"z\"")),
                        Finding.Scope.PRODUCTION),
                List.of("jcmd PID VM.native_memory"));
        return new Assessment(
                new Subject(
                        RuntimeKind.JVM,
                        Optional.of("17.0.15"),
                        OptionalLong.of(4711),
                        Optional.of(Instant.parse("2026-11-23T05:06:07Z"))),
                List.of(new InputFile(
                        name,
                        "hprof",
                        12_345,
                        Optional.of("0".repeat(64)),
                        InputFile.Status.PARTIAL,
                        Optional.of("cut in " + name))),
                new Memory(
                        OptionalLong.of(200 * MIB),
                        OptionalLong.of(60 * MIB),
                        OptionalLong.of(140 * MIB),
                        OptionalLong.of(210 * MIB),
                        OptionalLong.of(-10 * MIB)),
                List.of(
                        line("rss", null, "Resident memory", 200 * MIB),
                        line("heap", "rss", "Java heap", 60 * MIB),
                        line("files", "rss", name, 150 * MIB),
                        line("residual", "rss", "Residual", -10 * MIB)),
                List.of(owner),
                List.of(new BufferCount("view of other memory", 3, MIB, false)),
                List.of(finding),
                List.of(new Category("application", List.of(owner.id()), 96 * MIB, finding.saving())),
                new Totals(200 * MIB, finding.saving()),
                List.of(new Alert("resident set size", 150 * MIB, "because")),
                List.of(Warning.of("cut-dump", "the file ends early in " + name, name)));
    }

    private static LedgerLine line(String id, String parent, String label, long bytes) {
        return new LedgerLine(id, Optional.ofNullable(parent), label, bytes, Basis.MEASURED, List.of("smaps"));
    }

    static Assessment empty() {
        return new Assessment(
                new Subject(RuntimeKind.JVM, Optional.empty(), OptionalLong.empty(), Optional.empty()),
                List.of(),
                Memory.UNKNOWN,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Totals(0, Saving.NONE),
                List.of(),
                List.of());
    }

    /** A report with many owners, findings and warnings, the first owner the largest, all named after the same name. */
    static Report large(int number, String name) {
        Assessment one = full(name);
        List<Owner> owners = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        Owner sample = one.owners().get(0);
        Finding finding = one.findings().get(0);
        for (int i = 0; i < number; i++) {
            long bytes = (number - i) * MIB;
            owners.add(new Owner(
                    sample.id() + i,
                    sample.name() + i,
                    sample.runtime(),
                    sample.category(),
                    sample.risk(),
                    sample.version(),
                    bytes,
                    bytes,
                    bytes,
                    OptionalLong.empty(),
                    sample.basis(),
                    1.0 / number,
                    1,
                    Collections.nCopies(30, sample.patterns().get(0)),
                    Collections.nCopies(30, name),
                    sample.heldFor(),
                    Collections.nCopies(30, sample.evidence().get(0))));
            findings.add(new Finding(
                    finding.id() + i,
                    sample.id() + i,
                    finding.title(),
                    finding.status(),
                    finding.basis(),
                    finding.beforeBytes(),
                    finding.saving(),
                    finding.evidence(),
                    finding.advice(),
                    finding.verify()));
        }
        return report(new Assessment(
                one.subject(),
                one.inputs(),
                one.memory(),
                one.ledger(),
                owners,
                one.buffers(),
                findings,
                List.of(new Category(
                        "application", owners.stream().map(Owner::id).toList(), 96 * MIB, finding.saving())),
                one.totals(),
                one.alerts(),
                Collections.nCopies(number, one.warnings().get(0))));
    }

    static Report report(Assessment assessment) {
        return new ReportBuilder("1.0-test").build(assessment);
    }

    /** The same process after its one finding was followed and its one owner shrank by so many bytes. */
    static Report fixed(Report before, long bytes) {
        Report.Memory memory = before.memory();
        Report.Owner owner = before.owners().get(0);
        return new Report(
                before.schema(),
                before.tool(),
                before.subject(),
                before.verdict(),
                before.inputs(),
                new Report.Memory(
                        memory.rssBytes() - bytes,
                        memory.heapBytes(),
                        memory.nativeBytes() - bytes,
                        memory.explainedBytes(),
                        memory.residualBytes(),
                        memory.residualShare()),
                before.ledger(),
                List.of(new Report.Owner(
                        owner.id(),
                        owner.name(),
                        owner.runtime(),
                        owner.category(),
                        owner.risk(),
                        owner.version(),
                        owner.bytes() - bytes,
                        owner.lowBytes(),
                        owner.highBytes(),
                        owner.residentBytes(),
                        owner.basis(),
                        owner.share(),
                        owner.objects(),
                        owner.patterns(),
                        owner.natives(),
                        owner.heldFor(),
                        owner.evidence())),
                before.buffers(),
                List.of(),
                before.categories(),
                before.totals(),
                before.alerts(),
                before.warnings(),
                null,
                null);
    }
}
