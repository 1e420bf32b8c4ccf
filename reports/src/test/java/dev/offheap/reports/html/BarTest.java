package dev.offheap.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.offheap.reports.Report;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarTest {
    @Test
    void segmentsAddUpAndEachHasAColourOfItsOwn() {
        for (int number = 1; number <= 40; number++) {
            List<Report.LedgerEntry> ledger = ledger(number, 1 << 20);

            Bar bar = Bar.ofLedger(ledger);

            assertEquals(number << 20, sum(bar));
            assertEquals(
                    bar.segments().size(),
                    bar.segments().stream().map(Bar.Segment::colour).distinct().count(),
                    number + " parts");
        }
    }

    @Test
    void partsBelowOnePercentAreShownTogetherBehindThoseWithAName() {
        List<Report.LedgerEntry> ledger = new ArrayList<>(ledger(3, 100_000));
        ledger.add(1, line("small", 500));
        ledger.add(2, line("smaller", 100));
        ledger.add(line("residual", 1_000));

        Bar bar = Bar.ofLedger(ledger);

        assertEquals(
                List.of("part 0", "part 1", "part 2", "2 smaller parts", "residual"),
                bar.segments().stream().map(Bar.Segment::label).toList());
        assertEquals(600, bar.segments().get(3).bytes());
    }

    @Test
    void whatWasCountedAndIsNotResidentIsTakenOffTheHeapOfTheCLibrary() {
        Bar bar = Bar.ofLedger(List.of(root(), line("c-heap", 500), line("other", 500), line("not-resident", -100)));

        assertEquals("c-heap, resident part", bar.segments().get(0).label());
        assertEquals(400, bar.segments().get(0).bytes());
        assertEquals(900, sum(bar));
    }

    @Test
    void onlyLeavesOfWhichABoundIsKnownCountAsBounded() {
        List<Report.LedgerEntry> ledger =
                List.of(root(), bounded("heap", "rss", 300), bounded("part", "heap", 200), line("measured", 50));

        assertEquals(200, LedgerRow.boundedBytes(ledger));
    }

    private static List<Report.LedgerEntry> ledger(int number, long bytes) {
        List<Report.LedgerEntry> lines = new ArrayList<>(List.of(root()));
        for (int i = 0; i < number; i++) {
            lines.add(line("part " + i, bytes));
        }
        return lines;
    }

    private static Report.LedgerEntry root() {
        return new Report.LedgerEntry("rss", null, "Resident size", 1_000, "measured", List.of("smaps"));
    }

    private static Report.LedgerEntry line(String id, long bytes) {
        return new Report.LedgerEntry(id, "rss", id, bytes, "measured", List.of("smaps"));
    }

    private static Report.LedgerEntry bounded(String id, String parent, long bytes) {
        return new Report.LedgerEntry(id, parent, id, bytes, "bounded", List.of("nmt"));
    }

    private static long sum(Bar bar) {
        return bar.segments().stream().mapToLong(Bar.Segment::bytes).sum();
    }
}
