package dev.offheap.bin.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages in a real browser. Left out, with a line that says so, where none is installed. */
class PagesTest {
    @TempDir
    static Path folder;

    private static Pages pages;
    private static Browser browser;

    @BeforeAll
    static void openABrowser() throws IOException, InterruptedException {
        Optional<Path> program = Browser.installed();
        if (program.isEmpty()) {
            System.err.println(
                    "There is no Chromium on the PATH, so the pages are not tested in a browser; bin/check installs it.");
        }
        assumeTrue(program.isPresent());
        pages = new Pages(folder);
        browser = new Browser(program.get(), folder.resolve("profile"));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void noPageComplainsOrAsksForAnything() {
        for (URI page : pages.all()) {
            Tab tab = browser.tab().open(page);

            assertEquals(List.of(), tab.complaints(), page.toString());
        }
    }

    @Test
    void noPageHasAFaultOfAccessibility() throws IOException {
        String axe;
        try (InputStream in = PagesTest.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (String scheme : List.of("light", "dark")) {
            String rules = scheme.equals("dark") ? "runOnly: ['color-contrast'], " : "";
            for (URI page : pages.all()) {
                Tab tab = browser.tab().colours(scheme).open(page);
                tab.eval("document.querySelectorAll('details').forEach(d => d.open = true)");
                tab.eval(axe + "; true");
                JsonNode faults = tab.eval(
                        "axe.run({" + rules + "resultTypes: ['violations']}).then(r => r.violations.map("
                                + "v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html + ' ' + n.failureSummary).join(' | ')))");

                assertEquals("[]", faults.toString(), scheme + " " + page);
            }
        }
    }

    @Test
    void tablesSortAndTheAddressKeepsIt() {
        Tab tab = browser.tab().open(pages.report());
        assertEquals("Not attributed", tab.text(firstOwner()));

        tab.eval("document.querySelectorAll('[data-keep=owners] thead button')[3].click()");
        tab.eval("document.querySelectorAll('[data-keep=owners] thead button')[3].click()");

        assertEquals("ascending", tab.text("document.querySelectorAll('[data-keep=owners] th')[3].ariaSort"));
        assertEquals("RocksDB", tab.text(firstOwner()));
        assertEquals("#?owners=4", tab.text("location.hash"));
        Tab other = browser.tab().open(URI.create(pages.report() + "#owners?owners=4"));
        assertEquals("RocksDB", other.text(firstOwner()));
    }

    private static String firstOwner() {
        return "document.querySelector('[data-keep=owners] tbody th').textContent";
    }

    @Test
    void tablesFilterByTextAndSayHowMuchIsShown() {
        Tab tab = browser.tab().open(pages.report());

        tab.eval("(() => { const i = document.querySelector('#owners').parentElement.querySelector('input');"
                + " i.value = 'ZSTD'; i.dispatchEvent(new Event('input')); })()");

        assertEquals(
                1,
                tab.eval("document.querySelectorAll('[data-keep=owners] tbody tr:not([hidden])').length")
                        .asInt());
        assertEquals(
                "1 of 10",
                tab.text("document.querySelector('#owners').parentElement.querySelector('[role=status]').textContent"));
        assertEquals("#?owners=%7EZSTD", tab.text("location.hash"));
        assertEquals(
                1,
                browser.tab()
                        .open(URI.create(pages.report() + "#?owners=%7EZSTD"))
                        .eval("document.querySelectorAll('[data-keep=owners] tbody tr:not([hidden])').length")
                        .asInt());
    }

    @Test
    void aDeepLinkShowsItsPlace() {
        Tab tab = browser.tab().size(1200, 800).open(URI.create(pages.report() + "#finding-netty.idle-pool?owners=-5"));

        double top = tab.eval("document.getElementById('finding-netty.idle-pool').getBoundingClientRect().top")
                .asDouble();
        assertTrue(top >= 0 && top < 800, "top: " + top);
        assertTrue(tab.isTrue("scrollY > 0"));
    }

    @Test
    void evidencePathsFoldAndUnfoldByKeyboardAlone() {
        Tab tab = browser.tab().open(pages.report());
        tab.eval("document.querySelector('details summary').focus()");

        tab.press("Enter");

        assertTrue(tab.isTrue("document.querySelector('details').open"));
        assertTrue(tab.isTrue("document.querySelector('details .path').getBoundingClientRect().height > 0"));
    }

    @Test
    void printedEverythingIsUnfoldedAndButtonsAreGone() {
        Tab tab = browser.tab().open(pages.report());
        assertFalse(tab.isTrue("document.querySelector('details').open"));

        tab.eval("dispatchEvent(new Event('beforeprint'))");
        tab.media("print");

        assertTrue(tab.isTrue("[...document.querySelectorAll('details')].every(d => d.open)"));
        assertTrue(tab.isTrue("[...document.querySelectorAll('.copy, .tools')].every(e => e.offsetHeight === 0)"));
        tab.eval("dispatchEvent(new Event('afterprint'))");
        assertFalse(tab.isTrue("document.querySelector('details').open"));
    }

    @Test
    void snippetsAreCopiedAsTheyStand() {
        Tab tab = browser.tab().open(pages.report());

        assertEquals(
                tab.text("document.querySelector('pre code').textContent"),
                tab.text("(async () => { let copied; navigator.clipboard.writeText = async t => { copied = t; };"
                        + " document.querySelector('pre .copy').click(); await 0; return copied; })()"));
        assertEquals("Copied", tab.text("document.querySelector('pre .copy').textContent"));
    }

    @Test
    void inTheDarkTheBackgroundIsDark() {
        assertEquals("rgb(13, 17, 23)", background("dark"));
        assertEquals("rgb(255, 255, 255)", background("light"));
    }

    private static String background(String scheme) {
        return browser.tab()
                .colours(scheme)
                .open(pages.report())
                .text("getComputedStyle(document.body).backgroundColor");
    }

    @Test
    void onAPhoneNoPageIsWiderThanTheScreen() {
        for (URI page : pages.all()) {
            Tab tab = browser.tab().size(360, 740).open(page);

            assertTrue(tab.isTrue("document.documentElement.scrollWidth <= 360"), page.toString());
        }
    }

    @Test
    void namesOfStrangersAreTextAndNothingElse() {
        Tab tab = browser.tab().open(pages.hostile());

        assertEquals(List.of(), tab.complaints());
        assertEquals("undefined", tab.text("typeof window.pwned"));
        assertEquals(
                0,
                tab.eval("document.querySelectorAll('img, script[src], iframe, [onerror]').length")
                        .asInt());
        assertTrue(tab.isTrue("document.body.textContent.includes('</script><img src=x onerror=')"));
        assertEquals(elements(browser.tab().open(pages.plain())), elements(tab));
    }

    private static Map<String, Integer> elements(Tab tab) {
        Map<String, Integer> counts = new TreeMap<>();
        tab.eval("[...document.querySelectorAll('*')].map(e => e.tagName)")
                .forEach(name -> counts.merge(name.asText(), 1, Integer::sum));
        return counts;
    }

    @Test
    void withoutStyleAndScriptThePageSaysTheSame() throws IOException {
        String stripped = Files.readString(Path.of(pages.report()))
                .replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("(?s)<script>.*?</script>", "");
        Path file = Files.writeString(folder.resolve("stripped.html"), stripped);

        Tab tab = browser.tab().open(file.toUri());

        assertTrue(tab.isTrue("document.querySelector('.verdict').offsetHeight > 0"));
        assertEquals(
                10,
                tab.eval("document.querySelectorAll('[data-keep=owners] tbody tr').length")
                        .asInt());
        assertTrue(tab.isTrue("document.querySelector('.treemap').getBoundingClientRect().width === 640"));
    }
}
