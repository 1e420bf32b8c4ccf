package dev.offheap.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offheap.parser.InputException;
import dev.offheap.reports.budget.BudgetCheck;
import dev.offheap.reports.budget.BudgetReader;
import dev.offheap.reports.html.HtmlReport;
import dev.offheap.reports.markdown.MarkdownReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetTest {
    private static final Report REPORT = Samples.report(Samples.full("Cache"));

    @TempDir
    Path folder;

    @Test
    void limitsThatAreKeptAreSilent() throws IOException {
        assertEquals(List.of(), breaches("""
                        rss: 200 MiB
                        heap: 60 MiB
                        native: 70 %
                        residual: 5 %
                        owners: {'app:Cache': 96 MiB, netty: 1 KiB}
                        categories: {application: 100663296}
                        """, null));
    }

    @Test
    void everyLimitThatIsNotKeptHasItsLine() throws IOException {
        assertEquals(
                List.of(
                        "memory outside the heap is 140 MiB, the limit is 138 MiB (69 % of the resident size)",
                        "what is not explained is 10.0 MiB, the limit is 9.80 MiB (4.9 % of the resident size)",
                        "resident memory is 200 MiB, the limit is 199 MiB",
                        "owner app:Cache is 96.0 MiB, the limit is 10.0 MiB",
                        "category application is 96.0 MiB, the limit is 95.0 MiB"),
                breaches("""
                        rss: 199 MiB
                        native: 69 %
                        residual: 4.9 %
                        owners: {'*': 10 MiB}
                        categories: {application: 95MiB}
                        """, null));
    }

    @Test
    void anExcessThatIsTooSmallToBeSeenIsSaidInBytes() throws IOException {
        assertEquals(
                List.of("resident memory is 200 MiB, the limit is 200 MiB, 1 B less"),
                breaches("rss: 209715199", null));
    }

    @Test
    void growthIsHeldAgainstTheBaseline() throws IOException {
        Report smaller = Samples.fixed(REPORT, 30L << 20);
        String budget = "growth: {rss: 10 %, native: 40 MiB, owners: {'*': 29 MiB}}";

        assertEquals(
                List.of(
                        "resident memory grew by 30.0 MiB from 170 MiB, the limit is 10 %",
                        "owner app:Cache grew by 30.0 MiB from 66.0 MiB, the limit is 29.0 MiB"),
                breaches(budget, smaller));
        assertEquals(List.of(), breaches(budget, REPORT));
    }

    @Test
    void aLimitThatCannotBeCheckedIsNotKept() throws IOException {
        Report unknown = Samples.report(Samples.empty());
        Path file = Files.writeString(folder.resolve("budget.yaml"), "rss: 1 GiB\ngrowth: {rss: 1 MiB}\n");

        assertEquals(
                List.of("rss", "growth:rss"),
                BudgetCheck.check(BudgetReader.read(file), unknown, null).breaches().stream()
                        .map(Report.Breach::id)
                        .toList());
    }

    @Test
    void aWrongFileIsRefusedWithPlaceAndReason() {
        assertRefused("rss: lots", "rss", "'lots' is no size");
        assertRefused("rss: 5 %", "rss", "no whole to be a share of");
        assertRefused("rsss: 5 MiB", "'rsss' is no limit");
        assertRefused("growth: {owners: {netty: -1}}", "growth.owners.netty", "'-1' is no size");
        assertRefused("- rss", "limits are written as");
        assertRefused("rss: [", "it is not YAML");
        assertRefused("rss: 1\nrss: 2", "line 2");
        assertRefused("owners: {}", "sets no limit");
    }

    @Test
    void theReportsShowWhatCameOfTheBudget() {
        Report over = REPORT.withBudget(new Report.Budget(List.of(new Report.Breach("rss", 2L, 1L, "too *much* <b>"))));

        assertTrue(HtmlReport.write(over).contains("<li>Too *much* &lt;b&gt;</li>"));
        assertTrue(MarkdownReport.write(over).contains("### Over budget\n\n- too \\*much\\* &lt;b&gt;\n"));
        assertTrue(MarkdownReport.write(REPORT.withBudget(new Report.Budget(List.of())))
                .contains("Within budget."));
    }

    private void assertRefused(String yaml, String... reasons) {
        InputException refusal = assertThrows(InputException.class, () -> breaches(yaml, null));
        for (String reason : reasons) {
            assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
        }
    }

    private List<String> breaches(String yaml, Report baseline) throws IOException {
        Path file = Files.writeString(folder.resolve("budget.yaml"), yaml);
        return BudgetCheck.check(BudgetReader.read(file), REPORT, baseline).breaches().stream()
                .map(Report.Breach::message)
                .toList();
    }
}
