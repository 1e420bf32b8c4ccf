package dev.offheap.classifiers;

import dev.offheap.classifiers.catalog.Catalog;
import dev.offheap.classifiers.ledger.Ledger;
import dev.offheap.classifiers.ledger.NodeLedger;
import dev.offheap.classifiers.owner.v8.LoadedFiles;
import dev.offheap.classifiers.owner.v8.LoadedFiles.NativeFile;
import dev.offheap.classifiers.owner.v8.NativeShare;
import dev.offheap.classifiers.owner.v8.V8Analysis;
import dev.offheap.classifiers.saving.Alerts;
import dev.offheap.classifiers.saving.InstalledFindings;
import dev.offheap.classifiers.saving.LibraryFindings;
import dev.offheap.classifiers.saving.RatedFinding;
import dev.offheap.parser.Evidence;
import dev.offheap.parser.Warning;
import dev.offheap.parser.node.NodeMemory;
import dev.offheap.parser.node.NodeReport;
import dev.offheap.parser.node.Project;
import dev.offheap.parser.process.ProcessMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Turns the evidence of one Node.js process into its assessment. */
final class NodeAssessor {
    private final Catalog catalog;

    /** @param catalog libraries of Node.js alone */
    NodeAssessor(Catalog catalog) {
        this.catalog = catalog;
    }

    Assessment assess(Evidence evidence) {
        V8Analysis analysis = new V8Analysis(evidence.node(), catalog, nativeFiles(evidence));
        NativeShare share = analysis.share();
        Ledger ledger = NodeLedger.of(evidence, share);
        List<Warning> warnings = new ArrayList<>(evidence.warnings());
        warnings.addAll(ledger.warnings());
        warnings.addAll(analysis.warnings());
        List<Owner> owners = analysis.owners();
        nameCandidates(owners, ledger, warnings);
        List<RatedFinding> rated = new ArrayList<>(LibraryFindings.of(analysis::measure, owners, catalog));
        rated.addAll(InstalledFindings.of(owners, rated, catalog, evidence.node()));
        warnAboutSnapshots(evidence, warnings);
        return Assessor.complete(
                evidence,
                ledger,
                owners,
                List.of(),
                rated,
                totals -> Alerts.ofNode(ledger.memory(), totals, external(evidence)),
                warnings);
    }

    /** Native files of packages: those that a report lists, and those that a process map has, with what is resident. */
    private static List<NativeFile> nativeFiles(Evidence evidence) {
        Map<String, OptionalLong> files = new TreeMap<>();
        for (NodeReport report : evidence.node().reports()) {
            report.sharedObjects().stream()
                    .filter(NodeAssessor::isOfPackage)
                    .forEach(path -> files.put(path, OptionalLong.empty()));
        }
        for (ProcessMap map : evidence.captures().maps()) {
            Map<String, Long> resident = map.regions().stream()
                    .filter(region -> region.isFile() && isOfPackage(region.path()))
                    .collect(Collectors.groupingBy(
                            region -> region.path().replace(" (deleted)", ""),
                            TreeMap::new,
                            Collectors.summingLong(region -> region.rss())));
            resident.forEach(
                    (path, bytes) -> files.put(path, map.measured() ? OptionalLong.of(bytes) : OptionalLong.empty()));
        }
        return files.entrySet().stream()
                .map(file -> new NativeFile(file.getKey(), file.getValue()))
                .toList();
    }

    private static boolean isOfPackage(String path) {
        return path.contains("/node_modules/");
    }

    /** What addons allocate is in no file that is read here: it lies in the residual, which is not spread over them. */
    private void nameCandidates(List<Owner> owners, Ledger ledger, List<Warning> warnings) {
        boolean residual = ledger.lines().stream().anyMatch(line -> line.id().equals("residual") && line.bytes() > 0);
        String names = owners.stream()
                .filter(owner -> owner.patterns().stream().anyMatch(LoadedFiles::isLoaded)
                        && catalog.find(owner.id())
                                .map(library -> library.risk() != Risk.LOW)
                                .orElse(true)
                        && owner.patterns().stream().noneMatch(pattern -> pattern.basis() == Basis.MODELLED))
                .map(Owner::name)
                .collect(Collectors.joining(", "));
        if (residual && !names.isEmpty()) {
            warnings.add(Warning.of(
                    "residual-candidates",
                    "part of what is not explained may have been allocated by native code that is loaded and of which"
                            + " nothing tells the size: " + names + "; it is not spread over them"));
        }
    }

    private static void warnAboutSnapshots(Evidence evidence, List<Warning> warnings) {
        for (Project project : evidence.node().projects()) {
            if (project.snapshots() > 0) {
                warnings.add(Warning.of(
                        "snapshots-on-disk",
                        project.snapshots() + " heap snapshots lie in the project and take "
                                + Sizes.text(project.snapshotBytes())
                                + " of disk; they are not read with it: pass one by name, delete the others",
                        project.input()));
            }
        }
    }

    private static OptionalLong external(Evidence evidence) {
        return evidence.node().memories().stream()
                .map(NodeMemory::externalBytes)
                .flatMapToLong(OptionalLong::stream)
                .findFirst();
    }
}
