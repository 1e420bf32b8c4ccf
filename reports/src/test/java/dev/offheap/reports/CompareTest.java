package dev.offheap.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offheap.parser.InputException;
import dev.offheap.reports.compare.Comparer;
import dev.offheap.reports.compare.Comparison;
import dev.offheap.reports.compare.ComparisonHtml;
import dev.offheap.reports.compare.ComparisonMarkdown;
import dev.offheap.reports.json.JsonReport;
import dev.offheap.reports.json.ReportReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareTest {
    private static final long MIB = 1L << 20;

    @TempDir
    Path folder;

    @Test
    void aReportReadBackFromItsJsonIsTheSame() throws IOException {
        Report report = Samples.report(Samples.full("Cache"));
        Path file = Files.writeString(folder.resolve("report.json"), JsonReport.write(report));

        assertTrue(ReportReader.isReport(file));
        assertEquals(JsonReport.write(report), JsonReport.write(ReportReader.read(file)));
    }

    @Test
    void aReportThatIsNotWholeIsRefusedWithItsFault() throws IOException {
        String json = JsonReport.write(Samples.report(Samples.full("Cache")));

        assertRefused(json.substring(0, json.length() / 2), "it is not whole JSON");
        assertRefused(json.replace("\"risk\" : \"high\"", "\"risky\" : 1"), "there is no field /owners/0/risk");
        assertRefused(json.replace("\"objects\" : 96", "\"objects\" : null"), "/owners/0/objects is not of type");
        assertRefused(json.replace("offheap-report/1", "offheap-report/9"), "another contract");
    }

    private void assertRefused(String json, String reason) throws IOException {
        Path file = Files.writeString(folder.resolve("broken.json"), json);
        InputException refusal = assertThrows(InputException.class, () -> ReportReader.read(file));
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }

    @Test
    void aFixThatWasFollowedIsJudgedByWhatItsOwnerGaveBack() {
        Report before = Samples.report(Samples.full("Cache"));

        assertEquals("kept", promise(before, Samples.fixed(before, 30 * MIB)).outcome());
        assertEquals("less", promise(before, Samples.fixed(before, 5 * MIB)).outcome());
        assertEquals("more", promise(before, Samples.fixed(before, 50 * MIB)).outcome());
        assertEquals("none", promise(before, Samples.fixed(before, -MIB)).outcome());
    }

    private static Comparison.Promise promise(Report before, Report after) {
        Comparison.Promise promise = compare(before, after).promises().get(0);
        assertEquals(10 * MIB, promise.lowBytes());
        assertEquals(40 * MIB, promise.highBytes());
        return promise;
    }

    @Test
    void theVerdictNamesTheTotalTheOwnerAndThePromise() {
        Report before = Samples.report(Samples.full("Cache"));

        assertEquals(
                "Resident memory shrank by 30.0 MiB, from 200 MiB to 170 MiB; Cache changed most, by -30.0 MiB; of 1"
                        + " promised saving 1 came true.",
                compare(before, Samples.fixed(before, 30 * MIB)).verdict());
    }

    @Test
    void anOwnerThatOnlyOneReportHasIsNewOrGone() {
        Report one = Samples.report(Samples.full("One"));
        Report other = Samples.report(Samples.full("Other"));

        assertEquals(
                List.of("app:One gone -100663296", "app:Other new 100663296"),
                compare(one, other).owners().stream()
                        .map(change -> change.id() + " " + change.status() + " " + change.changeBytes())
                        .toList());
    }

    @Test
    void withoutADumpInBothOwnersAreNotComparedAndThatIsSaid() {
        Comparison comparison = compare(Samples.report(Samples.full("Cache")), Samples.report(Samples.empty()));

        assertEquals(List.of(), comparison.owners());
        assertTrue(comparison.notes().stream().anyMatch(note -> note.contains("owners are not compared")));
    }

    @Test
    void namesOfStrangersChangeNothingOfThePage() {
        Document plain = page("Cache");
        Document hostile = page("</script><img src=x onerror=alert(1)>");

        assertEquals(
                plain.getAllElements().eachAttr("class"),
                hostile.getAllElements().eachAttr("class"));
        assertEquals(0, hostile.select("img").size());
    }

    private static Document page(String name) {
        Report before = Samples.report(Samples.full(name));
        return Jsoup.parse(ComparisonHtml.write(compare(before, Samples.fixed(before, MIB))));
    }

    @Test
    void theMarkdownSaysWhatCameTrue() {
        Report before = Samples.report(Samples.full("Cache"));

        String markdown = ComparisonMarkdown.write(compare(before, Samples.fixed(before, 30 * MIB)));

        assertTrue(markdown.contains("| Cache | 96.0 MiB | 66.0 MiB | -30.0 MiB |"), markdown);
        assertTrue(markdown.contains("| Cache | 10.0 MiB to 40.0 MiB | 30.0 MiB | kept |"), markdown);
    }

    private static Comparison compare(Report before, Report after) {
        return Comparer.compare(before, after, "1.0-test");
    }
}
