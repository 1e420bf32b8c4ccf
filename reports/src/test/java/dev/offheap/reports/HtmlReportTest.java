package dev.offheap.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offheap.reports.html.HtmlReport;
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
                page.select("script, link, img, iframe, object, embed, [src], [style]")
                        .size());
        assertTrue(page.select("a").stream().allMatch(link -> link.attr("href").startsWith("#")));
        assertTrue(page.select("meta[http-equiv=Content-Security-Policy]")
                .attr("content")
                .startsWith("default-src 'none'; style-src 'sha256-"));
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
