package dev.offheap.classifiers;

import dev.offheap.classifiers.catalog.Catalog;
import dev.offheap.classifiers.ledger.AddressMap;
import dev.offheap.classifiers.ledger.Causes;
import dev.offheap.classifiers.ledger.Ledger;
import dev.offheap.classifiers.owner.OwnerAnalysis;
import dev.offheap.classifiers.owner.Residency;
import dev.offheap.classifiers.saving.Alerts;
import dev.offheap.classifiers.saving.LibraryFindings;
import dev.offheap.classifiers.saving.RatedFinding;
import dev.offheap.parser.Evidence;
import dev.offheap.parser.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Turns the evidence of one JVM into its assessment. */
final class JvmAssessor {
    private final Catalog catalog;

    /** @param catalog libraries of the JVM alone */
    JvmAssessor(Catalog catalog) {
        this.catalog = catalog;
    }

    Assessment assess(Evidence evidence) {
        List<Warning> warnings = new ArrayList<>(evidence.warnings());
        Residency residency =
                AddressMap.of(evidence).map(JvmAssessor::residency).orElse(Residency.UNKNOWN);
        Optional<OwnerAnalysis> analysis = evidence.heap().map(heap -> new OwnerAnalysis(heap, catalog, residency));
        analysis.ifPresent(a -> warnAbout(a, warnings));
        DumpShare dump = analysis.map(OwnerAnalysis::dumpShare).orElse(DumpShare.NONE);
        Ledger ledger = Ledger.of(evidence, dump);
        warnings.addAll(ledger.warnings());
        List<Owner> known = new MeasuredBound(ledger, dump)
                .narrow(analysis.map(OwnerAnalysis::owners).orElse(List.of()));
        NativeFiles natives = NativeFiles.of(evidence);
        List<Owner> owners = Unattributed.addTo(natives.addTo(known, catalog), ledger, natives);
        List<BufferCount> buffers = analysis.map(OwnerAnalysis::buffers).orElse(List.of());
        List<RatedFinding> rated = new ArrayList<>(Causes.of(evidence, ledger, dump));
        analysis.ifPresent(a -> rated.addAll(LibraryFindings.of(a::measure, owners, catalog)));
        return Assessor.complete(
                evidence,
                ledger,
                owners,
                buffers,
                rated,
                totals -> Alerts.of(ledger.memory(), totals, buffers),
                warnings);
    }

    private static Residency residency(AddressMap map) {
        return new Residency() {
            @Override
            public OptionalLong bytes(long address, long bytes) {
                return address == 0 ? OptionalLong.empty() : OptionalLong.of(map.residentBytes(address, bytes));
            }

            @Override
            public boolean isOfFile(long address) {
                return map.find(address).map(place -> !place.isAnonymous()).orElse(false);
            }
        };
    }

    private static void warnAbout(OwnerAnalysis analysis, List<Warning> warnings) {
        if (analysis.looksRedacted()) {
            warnings.add(Warning.of(
                    "redacted-dump",
                    "all direct buffers in the heap dump have capacity 0: its primitive fields were zeroed, so owners"
                            + " can be named but not sized; use a dump whose int and long fields were kept"));
        }
        if (!analysis.knowsWhatIsAlive()) {
            warnings.add(Warning.of(
                    "alive-unknown",
                    "the heap dump is not whole, so memory that nobody refers to any more cannot be told from memory in"
                            + " use, and some owners may be missing; take a dump that is complete"));
        }
    }
}
