package dev.offheap.reports.index;

import dev.offheap.reports.html.Page;
import java.util.List;
import java.util.Map;

/** Writes the index as one HTML file beside the folders of the reports. */
public final class IndexHtml {
    /** Rows that a page below 1 MB can carry; the page says how many there are. */
    private static final int MOST = 1_000;

    private static final int MOST_OWNERS = 100;

    private IndexHtml() {}

    public static String write(Index index) {
        List<Index.Incident> rows = first(index.incidents(), MOST);
        return Page.of(
                "index.ftlh",
                Map.of(
                        "index",
                        index,
                        "rows",
                        rows,
                        "owners",
                        first(index.owners(), MOST_OWNERS),
                        "columns",
                        Columns.of(rows),
                        "budgeted",
                        index.incidents().stream().anyMatch(row -> row.breaches() != null)));
    }

    private static <T> List<T> first(List<T> all, int most) {
        return all.size() <= most ? all : all.subList(0, most);
    }
}
