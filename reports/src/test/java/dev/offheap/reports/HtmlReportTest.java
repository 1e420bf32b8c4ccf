package dev.offheap.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offheap.reports.html.HtmlReport;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><img src=x onerror=alert(1)>",
                "\" onmouseover=\"alert(1)",
                "' onmouseover='alert(1)",
                "</title></style><script>alert(1)</script>",
                "<!--",
                "${7*7} <#list 1..9 as x>"
            })
    void namesOfStrangersChangeNothingOfThePage(String name) {
        Document plain = page("Cache");
        Document hostile = page(name);

        assertEquals(shape(plain), shape(hostile));
        assertTrue(hostile.body().wholeText().contains(name));
    }

    @Test
    void thePageNeedsNothingFromOutsideAndForbidsIt() {
        Document page = page("Cache");

        assertEquals(
                0,
                page.select("link, img, iframe, object, embed, [src], [style], [onclick]")
                        .size());
        assertTrue(page.select("a").stream().allMatch(link -> link.attr("href").startsWith("#")));
    }

    @Test
    void thePolicyAllowsTheOneStyleAndTheOneScriptByTheirHashes() throws NoSuchAlgorithmException {
        Document page = page("Cache");

        assertEquals(1, page.select("style").size());
        assertEquals(1, page.select("script").size());
        assertEquals(
                "default-src 'none'; style-src '" + hash(page.select("style").first()) + "'; script-src '"
                        + hash(page.select("script").first()) + "'; base-uri 'none'; form-action 'none'",
                page.select("meta[http-equiv=Content-Security-Policy]").attr("content"));
    }

    private static String hash(Element inline) throws NoSuchAlgorithmException {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(inline.data().getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.example.Plain", "'<&>\"\u2028 a very long name of a stranger"})
    void thePageStaysBelowOneMegabyteAndSaysWhatItLeftOut(String name) {
        Report huge = Samples.large(41_332, name.repeat(20));

        String html = HtmlReport.write(huge);

        assertTrue(html.getBytes(StandardCharsets.UTF_8).length <= 1_000_000, "bytes: " + html.length());
        assertTrue(Jsoup.parse(html).text().matches("(?s).*Showing \\d+ of 41,332 owners.*"));
    }

    @Test
    void exactBytesAreAtHandForPeopleAndPrograms() {
        Element size = page("Cache").select(".tiles data").first();

        assertEquals("200 MiB", size.text());
        assertEquals("209715200", size.attr("value"));
        assertEquals("209,715,200 bytes", size.attr("title"));
    }

    @Test
    void theAreasOfTheTreemapAreTheSharesOfTheOwners() {
        Document page = Jsoup.parse(HtmlReport.write(Samples.large(7, "o")));

        double largest = area(page.select(".treemap rect").get(0));
        double second = area(page.select(".treemap rect").get(1));
        double all = page.select(".treemap rect").stream()
                .mapToDouble(HtmlReportTest::area)
                .sum();
        assertEquals(7, page.select(".treemap rect").size());
        assertEquals(640 * 300, all, 640 * 300 * 0.005);
        assertEquals(7 / 6.0, largest / second, 0.02);
    }

    private static double area(Element rect) {
        return Double.parseDouble(rect.attr("width")) * Double.parseDouble(rect.attr("height"));
    }

    @Test
    void theWaterfallGoesFromBeforeToAfter() {
        Document page = page("Cache");

        assertEquals(
                List.of("Before 200 MiB", "application − 10.0 MiB to 40.0 MiB", "After 160 MiB to 190 MiB"),
                page.select(".waterfall tbody tr").eachText());
    }

    @Test
    void everyInternalLinkHasItsTarget() {
        Document page = page("Cache");

        for (Element link : page.select("a[href^=#]")) {
            assertTrue(page.getElementById(link.attr("href").substring(1)) != null, link.outerHtml());
        }
    }

    @Test
    void idsAreUnique() {
        Document page = page("Cache");

        assertEquals(
                page.select("[id]").size(),
                page.select("[id]").stream().map(Element::id).distinct().count());
    }

    @Test
    void theFirstScreenHasVerdictBarOwnersAndActions() {
        Document page = page("Cache");

        assertEquals(
                "Of 200 MiB resident, 140 MiB lie outside the heap; Cache (96.0 MiB) holds most of what has an owner;"
                        + " the actions below give back 10.0 MiB to 40.0 MiB.",
                page.select(".verdict").text());
        assertEquals(
                List.of("where", "who", "first"),
                page.select("h2").eachAttr("id").subList(0, 3));
    }

    @Test
    void aReportWithoutFiguresSaysSo() {
        Document page = Jsoup.parse(HtmlReport.write(Samples.report(Samples.empty())));

        assertTrue(page.select(".verdict").text().startsWith("These files do not say"));
        assertFalse(page.body().text().contains("Owners"));
    }

    private static Document page(String name) {
        return Jsoup.parse(HtmlReport.write(Samples.report(Samples.full(name))));
    }

    /** Elements and attribute names, without texts and values. */
    private static String shape(Document page) {
        StringBuilder shape = new StringBuilder();
        for (Element element : page.getAllElements()) {
            shape.append('<').append(element.tagName());
            element.attributes().forEach(attribute -> shape.append(' ').append(attribute.getKey()));
        }
        return shape.toString();
    }
}
