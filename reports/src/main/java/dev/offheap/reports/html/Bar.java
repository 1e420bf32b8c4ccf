package dev.offheap.reports.html;

import dev.offheap.reports.Report;
import java.util.ArrayList;
import java.util.List;

/**
 * A horizontal bar whose segments add up to its total.
 *
 * @param totalBytes what the whole bar stands for
 * @param segments from left to right; what is negative has no place on a bar and is left out
 */
public record Bar(long totalBytes, List<Segment> segments) {
    /** Width of the drawing; positions and widths are in its units, with one decimal. */
    public static final int WIDTH = 1000;

    /**
     * Colours for where the style sheet is stripped, in its order: nine for what has a name, then grey for what has none.
     */
    private static final List<String> FILLS = List.of(
            "#0969da", "#bf8700", "#1a7f37", "#8250df", "#cf222e", "#0e7490", "#bc4c00", "#bf3989", "#4d7c0f",
            "#8c959f");

    private static final int COLOURS = FILLS.size() - 1;

    /**
     * One part of a bar.
     *
     * @param colour number of its colour in the style sheet, from 0
     * @param fill the colour itself
     */
    public record Segment(String label, long bytes, String x, String width, int colour, String fill, String share) {}

    private record Part(String label, long bytes, boolean named) {}

    /** Where the resident memory went: the lines directly below the root of the ledger. */
    static Bar ofLedger(List<Report.LedgerEntry> ledger) {
        String root = ledger.stream()
                .filter(line -> line.parent() == null)
                .map(Report.LedgerEntry::id)
                .findFirst()
                .orElse("");
        List<Report.LedgerEntry> parts =
                ledger.stream().filter(line -> root.equals(line.parent())).toList();
        long notResident = parts.stream()
                .mapToLong(Report.LedgerEntry::bytes)
                .filter(bytes -> bytes < 0)
                .sum();
        return of(parts.stream().map(line -> part(line, notResident)).toList());
    }

    /** What was counted and is not resident was allocated from the C heap and never touched: it is taken off there. */
    private static Part part(Report.LedgerEntry line, long notResident) {
        return line.id().equals("c-heap") && notResident < 0
                ? new Part(line.label() + ", resident part", line.bytes() + notResident, true)
                : new Part(line.label(), line.bytes(), !line.id().equals("residual"));
    }

    /** Who owns the native memory. */
    static Bar ofOwners(List<Report.Owner> owners) {
        return of(owners.stream()
                .map(owner -> new Part(owner.name(), owner.bytes(), !owner.id().equals("unattributed")))
                .toList());
    }

    private static Bar of(List<Part> parts) {
        List<Part> shown = parts.stream().filter(part -> part.bytes() > 0).toList();
        long total = shown.stream().mapToLong(Part::bytes).sum();
        List<Segment> segments = new ArrayList<>();
        double x = 0;
        int colour = 0;
        for (Part part : shown) {
            double width = (double) part.bytes() / total * WIDTH;
            int its = part.named() ? colour++ % COLOURS : COLOURS;
            segments.add(new Segment(
                    part.label(),
                    part.bytes(),
                    Format.decimal(x),
                    Format.decimal(width),
                    its,
                    FILLS.get(its),
                    Format.percent(part.bytes(), total)));
            x += width;
        }
        return new Bar(total, segments);
    }
}
