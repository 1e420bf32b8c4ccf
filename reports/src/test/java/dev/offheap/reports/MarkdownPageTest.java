package dev.offheap.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offheap.reports.compare.Comparer;
import dev.offheap.reports.compare.ComparisonMarkdown;
import dev.offheap.reports.markdown.MarkdownReport;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Markdown as a code-review page shows it, which looks for mentions and the like in the text of what was rendered. */
class MarkdownPageTest {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), AutolinkExtension.create());

    private static final Set<String> ELEMENTS = Set.of(
            "html",
            "head",
            "body",
            "p",
            "strong",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "h3",
            "ul",
            "ol",
            "li",
            "code",
            "sub",
            "span",
            "blockquote");

    /** Of a person or team, an issue, a place in the web, an emoji. */
    private static final Pattern CALL =
            Pattern.compile("@\\w|#\\d|GH-\\d|https?://|ftp://|mailto:\\w|\\bwww\\.|:\\w+:|\\$[^$]+\\$");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@babel/core and @all",
                "repaired in #12, GH-34 and someone/thing#56",
                "https://example.com/a?b=c www.example.com ftp://example.com mailto:me@example.com me@example.com",
                "a | b || c \\| d",
                "`code` ``more`` `",
                "*bold* _slanted_ ~~gone~~ **",
                "<img src=x onerror=alert(1)></script><!-- -->",
                "![picture](http://example.com/x.png) [link](javascript:alert(1)) [x]: http://y.z",
                "Foo$$Lambda$24 and Bar$$Lambda$25 and $x^2$",
                ":smile: and a:b:c",
                "&lt;b&gt; &copy; &#64;all",
                "io.netty:netty-buffer:4.1.100.Final",
            })
    void aNameIsShownAsItIsAndCallsNobody(String name) {
        Report report = Samples.report(Samples.full(name));
        Report fixed = Samples.fixed(report, 30 << 20);

        Document page = page(MarkdownReport.write(report));
        assertEquals(name, cell(page, 0, 0).replaceAll("\\s+", " "));
        assertCallsNobody(page);
        Document comparison = page(ComparisonMarkdown.write(Comparer.compare(report, fixed, "test")));
        assertTrue(comparison.text().contains(name.replaceAll("\\s+", " ")), comparison.text());
        assertCallsNobody(comparison);
    }

    private static String cell(Document page, int row, int column) {
        return page.select("tbody tr").get(row).select("td").get(column).text();
    }

    private static void assertCallsNobody(Document page) {
        Set<String> others = new TreeSet<>(page.getAllElements().eachAttr("class"));
        page.getAllElements().forEach(element -> others.add(element.normalName()));
        others.removeAll(ELEMENTS);
        others.remove("#root");
        assertEquals(Set.of(), others);
        page.select("tr")
                .forEach(row -> assertEquals(
                        row.parent().parent().select("th").size(),
                        row.children().size(),
                        row.toString()));
        page.select("code").remove();
        for (TextNode text : page.selectXpath("//text()", TextNode.class)) {
            assertFalse(CALL.matcher(text.getWholeText()).find(), text.getWholeText());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.example.Plain", "'<&>|@a$"})
    void theSummaryFitsIntoACommentWhateverTheDump(String name) {
        assertTrue(MarkdownReport.write(Samples.large(10_000, name.repeat(500))).length() < 65_536);
    }

    private static Document page(String markdown) {
        return Jsoup.parse(HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .build()
                .render(Parser.builder().extensions(EXTENSIONS).build().parse(markdown)));
    }
}
