package dev.offheap.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offheap.reports.markdown.MarkdownReport;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
    @Test
    void saysVerdictOwnersActionsAndWhatIsNotKnown() {
        String markdown = MarkdownReport.write(Samples.report(Samples.full("Cache")));

        assertTrue(markdown.startsWith("**Of 200 MiB resident"), markdown);
        assertTrue(markdown.contains("| Cache | 96.0 MiB | 90.0 MiB to 100 MiB | modelled | `Cache` |"), markdown);
        assertTrue(markdown.contains("1. Shrink it. Gives back 10.0 MiB to 40.0 MiB."), markdown);
        assertTrue(markdown.contains("- `Cache`: the file ends early in Cache"), markdown);
    }

    @Test
    void namesOfStrangersBecomeNeitherMarkupNorCellsNorMentions() {
        String markdown =
                MarkdownReport.write(Samples.report(Samples.full("a|b`c[x](javascript:y)<img>@all\u202e\n# big")));

        String prose = markdown.replaceAll("(?<!\\\\)`[^`\\n]*`", "");

        assertFalse(prose.contains("<img>"), markdown);
        assertFalse(markdown.contains("\n# big"), markdown);
        assertFalse(markdown.contains("\u202e"), markdown);
        assertFalse(prose.contains("[x]("), markdown);
        assertFalse(prose.matches("(?s).*[^\\\\]@all.*"), markdown);
        markdown.lines()
                .filter(line -> line.startsWith("| "))
                .forEach(line -> assertEquals(
                        6, line.replace("\\|", "").chars().filter(c -> c == '|').count(), line));
    }
}
