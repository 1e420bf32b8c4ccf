package dev.offheap.reports.index;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The resident sizes of incidents side by side, each divided into what lies in the heap and outside it.
 *
 * @param columns in the order of the rows
 * @param highest the row of the highest column; null where there is none
 */
public record Columns(List<Column> columns, Index.Incident highest) {
    public static final int WIDTH = 1000;
    public static final int HEIGHT = 160;

    private static final int MOST = 200;

    /** One incident; positions and sizes are in units of the drawing. */
    public record Column(
            Index.Incident row,
            String x,
            String width,
            String top,
            String height,
            String nativeTop,
            String nativeHeight) {}

    static Columns of(List<Index.Incident> rows) {
        List<Index.Incident> sized = rows.stream()
                .filter(row -> row.rssBytes() != null && row.rssBytes() > 0)
                .limit(MOST)
                .toList();
        Index.Incident highest = sized.stream()
                .max(Comparator.comparing(Index.Incident::rssBytes))
                .orElse(null);
        double step = (double) WIDTH / Math.max(8, sized.size());
        return new Columns(
                IntStream.range(0, sized.size())
                        .mapToObj(i -> column(sized.get(i), i * step, step * 0.85, highest.rssBytes()))
                        .toList(),
                highest);
    }

    private static Column column(Index.Incident row, double x, double width, long most) {
        double height = (double) row.rssBytes() / most * HEIGHT;
        double outside =
                row.nativeBytes() == null ? 0 : (double) Math.min(row.nativeBytes(), row.rssBytes()) / most * HEIGHT;
        return new Column(
                row,
                decimal(x),
                decimal(width),
                decimal(HEIGHT - height),
                decimal(height - outside),
                decimal(HEIGHT - outside),
                decimal(outside));
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
