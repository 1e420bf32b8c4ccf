package dev.offheap.bin.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds for every page, of whatever capture: reports, comparisons and the index of a batch. */
@ExtendWith(InABrowser.class)
class EveryPageTest {
    /** A sheet of A4 between margins of a centimetre, in pixels of a style sheet. */
    private static final int PAPER = 718;

    private final Browser browser;
    private final Pages pages;

    EveryPageTest(Browser browser, Pages pages) {
        this.browser = browser;
        this.pages = pages;
    }

    private void onEvery(List<URI> these, Consumer<Tab> check) {
        assertTrue(these.size() > 10, "pages: " + these);
        for (URI page : these) {
            Tab tab = browser.tab().size(1200, 900).open(page);
            try {
                check.accept(tab);
                assertEquals(List.of(), tab.complaints(), page.toString());
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(page + ": " + e.getMessage(), e);
            } finally {
                tab.close();
            }
        }
    }

    @Test
    void nothingIsComplainedOfAndNothingAskedFor() {
        onEvery(pages.all(), tab -> assertTrue(tab.isTrue("document.querySelector('.verdict').offsetHeight > 0")));
    }

    @Test
    void noFaultOfAccessibilityInTheLightInTheDarkAndOnPaper() throws IOException {
        String axe;
        try (InputStream in = EveryPageTest.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        onEvery(pages.all(), tab -> {
            tab.eval("document.querySelectorAll('details').forEach(d => d.open = true)");
            tab.eval(axe + "; true");
            assertNoFaults(tab, "");
            tab.media("screen", "dark");
            assertNoFaults(tab, "runOnly: ['color-contrast'], ");
            tab.print(PAPER, "dark");
            assertNoFaults(tab, "runOnly: ['color-contrast'], ");
        });
    }

    private static void assertNoFaults(Tab tab, String rules) {
        JsonNode faults = tab.run("const found = await axe.run({" + rules + "resultTypes: ['violations']});"
                + "return found.violations.map(v => v.id + ': '"
                + " + v.nodes.slice(0, 3).map(n => n.html + ' ' + n.failureSummary).join(' | '));");
        assertEquals("[]", faults.toString());
    }

    @Test
    void everyTableSortsByEveryColumnUpAndDown() {
        onEvery(pages.all(), tab -> assertEquals("[]", tab.run("""
                const wrong = [];
                const size = (row, i) => {
                  const data = row.cells[i] ? [...row.cells[i].querySelectorAll('data')] : [];
                  return data.length ? Math.max(...data.map((d) => Number(d.value))) : null;
                };
                for (const table of document.querySelectorAll('table[data-keep]:not(.tree)')) {
                  const number = table.tBodies[0].rows.length;
                  [...table.tHead.rows[0].cells].forEach((head, i) => {
                    for (const click of [1, 2]) {
                      head.querySelector('button').click();
                      const rows = [...table.tBodies[0].rows];
                      const sizes = rows.map((row) => size(row, i)).filter((s) => s !== null);
                      const down = head.ariaSort === 'descending';
                      const name = table.dataset.keep + ' ' + i + ' ' + head.ariaSort;
                      if (rows.length !== number) wrong.push(name + ' lost rows');
                      if (down !== (head.classList.contains('n') === (click === 1))) wrong.push(name + ' way');
                      if (!location.hash.includes(table.dataset.keep + '=' + (down ? '-' : '') + (i + 1)))
                        wrong.push(name + ' address ' + location.hash);
                      if (sizes.some((s, k) => k > 0 && (down ? s > sizes[k - 1] : s < sizes[k - 1])))
                        wrong.push(name + ' order ' + sizes);
                    }
                  });
                }
                return wrong;""").toString()));
    }

    @Test
    void everyFilterShowsTheRowsWithItsTextAndCountsThem() {
        onEvery(pages.all(), tab -> assertEquals("[]", tab.run("""
                const wrong = [];
                for (const table of document.querySelectorAll('table[data-keep]')) {
                  const rows = [...table.tBodies[0].rows];
                  const tools = table.parentElement.previousElementSibling;
                  if (rows.length <= 8) continue;
                  const input = tools.querySelector('input');
                  const shown = () => rows.filter((row) => row.offsetHeight > 0);
                  const type = (text) => { input.value = text; input.dispatchEvent(new Event('input')); };
                  const text = rows[rows.length - 1].cells[0].textContent.trim();
                  type(text.toUpperCase());
                  if (!shown().includes(rows[rows.length - 1]) || shown().some((row) => !row.textContent.includes(text)))
                    wrong.push(table.dataset.keep + ' shows others');
                  if (tools.querySelector('[role=status]').textContent !== shown().length + ' of ' + rows.length)
                    wrong.push(table.dataset.keep + ' miscounts');
                  type('no row has this');
                  if (shown().length) wrong.push(table.dataset.keep + ' shows rows without it');
                  type('');
                  if (shown().length !== rows.length) wrong.push(table.dataset.keep + ' does not show all again');
                }
                return wrong;""").toString()));
    }

    @Test
    void everyLinkWithinAPageHasItsPlaceAndEveryFoldOpens() {
        onEvery(pages.all(), tab -> assertEquals("[]", tab.run("""
                const wrong = [];
                for (const link of document.querySelectorAll('a[href^="#"]')) {
                  if (!document.getElementById(decodeURIComponent(link.getAttribute('href').slice(1))))
                    wrong.push('nowhere: ' + link.getAttribute('href'));
                }
                for (const details of document.querySelectorAll('details')) {
                  details.querySelector('summary').click();
                  if (!details.open || !details.lastElementChild.offsetHeight) wrong.push('folded: ' + details.textContent);
                }
                return wrong;""").toString()));
    }

    @Test
    void everyLinkOfTheIndexLeadsToAReport() {
        Tab tab = browser.tab().open(pages.index());
        JsonNode links = tab.eval("[...new Set([...document.querySelectorAll('a[href$=\".html\"]')].map(a => a.href"
                + " || a.href.baseVal))]");

        assertTrue(links.size() >= 11, links.toString());
        links.forEach(link -> assertTrue(
                java.nio.file.Files.exists(java.nio.file.Path.of(
                        URI.create(pages.index().resolve(link.asText()).toString()))),
                link.asText()));
    }

    @Test
    void onAPhoneNoPageIsWiderThanTheScreen() {
        onEvery(pages.all(), tab -> {
            tab.size(360, 740);
            assertTrue(tab.isTrue("document.documentElement.scrollWidth <= 360"));
            assertTrue(tab.isTrue("document.querySelector('.verdict').getBoundingClientRect().right <= 360"));
        });
    }

    @Test
    void onPaperEverythingIsUnfoldedAndNothingIsCutOff() {
        onEvery(pages.all(), tab -> {
            tab.print(PAPER, "light");
            assertTrue(tab.isTrue("[...document.querySelectorAll('details')].every(d => d.open)"));
            assertTrue(tab.isTrue("[...document.querySelectorAll('.copy, .tools')].every(e => e.offsetHeight === 0)"));
            assertEquals(
                    "[]",
                    tab.run(
                                    "return [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right"
                                            + " > innerWidth + 1).map(e => e.tagName + ' ' + e.textContent.slice(0, 40))")
                            .toString());
        });
    }

    @Test
    void namesOfStrangersAreTextAndNothingElse() {
        List<URI> plain = pages.plain();
        List<URI> hostile = pages.hostile();
        assertEquals(plain.size(), hostile.size());
        List<String> named = new ArrayList<>();
        onEvery(hostile, tab -> {
            Tab harmless = browser.tab().open(plainOf(tab.text("location.href")));
            assertEquals(
                    0,
                    tab.eval("document.querySelectorAll('img, script[src], iframe, [onerror]').length")
                            .asInt());
            assertEquals(elements(harmless), elements(tab));
            if (tab.isTrue("document.body.textContent.includes('" + Pages.HOSTILE + "')")) {
                named.add(tab.text("location.pathname.replace('/report.html', '').split('/').pop()"));
            }
            harmless.close();
        });
        assertEquals(
                List.of(
                        "dump-vm-info.html",
                        "dump",
                        "snapshot",
                        "zz~3c~img~20~src~3d~x~20~onerror~3d~pw~28~~29~~3e~",
                        "index.html"),
                named);
    }

    /** The page of the same kind; the one incident that has the name itself lies elsewhere. */
    private URI plainOf(String hostile) {
        return pages.plain().get(pages.hostile().indexOf(URI.create(hostile)));
    }

    private static Map<String, Integer> elements(Tab tab) {
        Map<String, Integer> counts = new TreeMap<>();
        tab.eval("[...document.querySelectorAll('*')].map(e => e.tagName)")
                .forEach(name -> counts.merge(name.asText(), 1, Integer::sum));
        return counts;
    }
}
