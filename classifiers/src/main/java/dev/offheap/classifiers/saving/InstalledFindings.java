package dev.offheap.classifiers.saving;

import dev.offheap.classifiers.Basis;
import dev.offheap.classifiers.Finding;
import dev.offheap.classifiers.Owner;
import dev.offheap.classifiers.Proof;
import dev.offheap.classifiers.Risk;
import dev.offheap.classifiers.Saving;
import dev.offheap.classifiers.catalog.Catalog;
import dev.offheap.classifiers.catalog.FindingRule;
import dev.offheap.classifiers.catalog.Library;
import dev.offheap.classifiers.owner.v8.LoadedFiles;
import dev.offheap.parser.node.NodeCaptures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Advice on libraries that are installed or loaded and of which no file tells the memory: what each is known for, without
 * a saving.
 */
public final class InstalledFindings {
    private InstalledFindings() {}

    /** @param found findings that rest on figures; their owners need no other */
    public static List<RatedFinding> of(
            List<Owner> owners, List<RatedFinding> found, Catalog catalog, NodeCaptures node) {
        Set<String> told = found.stream().map(rated -> rated.finding().owner()).collect(Collectors.toSet());
        List<RatedFinding> findings = new ArrayList<>();
        for (Owner owner : owners) {
            Optional<Library> library = catalog.find(owner.id());
            boolean known = owner.patterns().stream()
                    .anyMatch(pattern -> pattern.objects() > 0 && !LoadedFiles.isLoaded(pattern));
            if (library.isPresent() && !told.contains(owner.id()) && !known && owner.risk() != Risk.LOW) {
                library.get().findings().stream()
                        .findFirst()
                        .ifPresent(rule -> findings.add(finding(library.get(), rule, owner, node)));
            }
        }
        return findings;
    }

    private static RatedFinding finding(Library library, FindingRule rule, Owner owner, NodeCaptures node) {
        List<Proof> evidence = new ArrayList<>();
        evidence.add(Proof.of(library.about().strip()));
        evidence.addAll(owner.evidence());
        node.projects().stream()
                .flatMap(project -> project.poolLimits().stream())
                .filter(limit -> library.id().equals("prisma"))
                .forEach(limit ->
                        evidence.add(Proof.of("a connection URL of the project sets connection_limit to " + limit)));
        return new RatedFinding(
                new Finding(
                        library.id() + ".installed",
                        library.id(),
                        library.name()
                                + owner.version().map(version -> " " + version).orElse("")
                                + " is there; these files do not tell what it holds",
                        Finding.Status.OPEN,
                        Basis.INVENTORY,
                        0,
                        Saving.NONE,
                        evidence,
                        FindingText.advice(
                                rule.advice(), Map.of("version", owner.version().orElse(""))),
                        rule.verify()),
                "");
    }
}
