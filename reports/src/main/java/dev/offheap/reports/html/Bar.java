package dev.offheap.reports.html;

import dev.offheap.reports.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
     * One part of a bar.
     *
     * @param x from where, and how wide, in units of the drawing
     */
    public record Segment(String label, long bytes, String x, String width, Palette.Colour colour, String share) {}

    /** Parts below one in so many of the whole are shown together; the ledger has each. */
    private static final int SMALL = 100;

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

    private static Bar of(List<Part> parts) {
        List<Part> positive = parts.stream().filter(part -> part.bytes() > 0).toList();
        long total = positive.stream().mapToLong(Part::bytes).sum();
        List<Part> shown = withSmallTogether(positive, total);
        List<Segment> segments = new ArrayList<>();
        double x = 0;
        Map<Part, Palette.Colour> colours = colours(shown);
        for (Part part : shown) {
            double width = (double) part.bytes() / total * WIDTH;
            segments.add(new Segment(
                    part.label(),
                    part.bytes(),
                    Format.decimal(x),
                    Format.decimal(width),
                    colours.get(part),
                    Format.percent(part.bytes(), total)));
            x += width;
        }
        return new Bar(total, segments);
    }

    /** Slivers that no eye can tell apart are one part, and so is all for which there is no colour of its own. */
    private static List<Part> withSmallTogether(List<Part> parts, long total) {
        List<Part> named = parts.stream()
                .filter(Part::named)
                .sorted(Comparator.comparingLong(Part::bytes).reversed())
                .toList();
        long large =
                named.stream().filter(part -> part.bytes() >= total / SMALL).count();
        boolean fits = named.size() <= Palette.COLOURS && named.size() - large < 2;
        List<Part> small = fits ? List.of() : named.subList((int) Math.min(large, Palette.COLOURS - 1), named.size());
        List<Part> shown = new ArrayList<>();
        parts.stream().filter(part -> part.named() && !small.contains(part)).forEach(shown::add);
        if (!small.isEmpty()) {
            shown.add(new Part(
                    small.size() + " smaller parts",
                    small.stream().mapToLong(Part::bytes).sum(),
                    true));
        }
        parts.stream().filter(part -> !part.named()).forEach(shown::add);
        return shown;
    }

    /** The largest choose first, so that the same part has the same colour in most reports. */
    private static Map<Part, Palette.Colour> colours(List<Part> parts) {
        Palette palette = new Palette();
        Map<Part, Palette.Colour> colours = new HashMap<>();
        parts.stream()
                .sorted(Comparator.comparingLong(Part::bytes).reversed())
                .forEach(part -> colours.put(part, palette.next(part.named())));
        return colours;
    }
}
