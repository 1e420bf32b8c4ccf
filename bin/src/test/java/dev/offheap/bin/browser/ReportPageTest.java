package dev.offheap.bin.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a reader does on the page of a report: that of the bundled demo. */
@ExtendWith(InABrowser.class)
class ReportPageTest {
    private final Browser browser;
    private final Pages pages;

    ReportPageTest(Browser browser, Pages pages) {
        this.browser = browser;
        this.pages = pages;
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
        tab.media("print", "light");

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

    private String background(String scheme) {
        return browser.tab()
                .colours(scheme)
                .open(pages.report())
                .text("getComputedStyle(document.body).backgroundColor");
    }

    @Test
    void withoutStyleAndScriptThePageSaysTheSame() throws IOException {
        String stripped = Files.readString(Path.of(pages.report()))
                .replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("(?s)<script>.*?</script>", "");
        Path file = Files.writeString(pages.folder().resolve("stripped.html"), stripped);

        Tab tab = browser.tab().open(file.toUri());

        assertTrue(tab.isTrue("document.querySelector('.verdict').offsetHeight > 0"));
        assertEquals(
                10,
                tab.eval("document.querySelectorAll('[data-keep=owners] tbody tr').length")
                        .asInt());
        assertTrue(tab.isTrue("document.querySelector('.treemap').getBoundingClientRect().width === 640"));
    }
}
