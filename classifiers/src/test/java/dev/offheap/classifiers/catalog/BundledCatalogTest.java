package dev.offheap.classifiers.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundledCatalogTest {
    @Test
    void everyBundledFileIsReadAndListedInTheIndex() throws IOException, URISyntaxException {
        Path folder = Path.of(
                        BundledCatalogTest.class.getResource("/catalog/index").toURI())
                .getParent();
        List<String> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".yaml"))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }

        assertEquals(files, Files.readAllLines(folder.resolve("index")));
        assertEquals(files.size(), CatalogReader.bundled().libraries().size());
    }

    @Test
    void everyLibraryThatOwnsMemoryHasAPatternOfWasteWithRemedyAndSaving() {
        for (Library library : CatalogReader.bundled().libraries()) {
            if (!library.memory().isEmpty()
                    && library.memory().stream().anyMatch(rule -> rule.owner() == MemoryRule.OwnedBy.LIBRARY)) {
                assertFalse(library.findings().isEmpty(), library.id());
            }
            library.findings().forEach(finding -> {
                assertFalse(finding.advice().summary().isBlank(), library.id());
                assertFalse(finding.verify().isEmpty(), library.id() + "." + finding.id());
            });
        }
    }

    @Test
    void whatIsMarkedAsRunIsInTheTableOfVerifiedLibrariesAndTheOtherWayRound() throws IOException {
        Set<String> marked = CatalogReader.bundled().libraries().stream()
                .filter(library -> library.checked() == Library.Checked.RUN)
                .map(Library::id)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> verified = Files.readAllLines(Path.of("VERIFIED.md")).stream()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .map(line -> line.split("\\|")[1].strip())
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(verified, marked);
    }

    @Test
    void idsOfFindingsAreUniqueWithinALibrary() {
        for (Library library : CatalogReader.bundled().libraries()) {
            List<String> ids = library.findings().stream().map(FindingRule::id).toList();
            assertEquals(ids.size(), ids.stream().distinct().count(), library.id());
            assertTrue(ids.stream().allMatch(id -> id.matches("[a-z0-9-]+")), library.id());
        }
    }
}
