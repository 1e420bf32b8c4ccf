package dev.offheap.reports.html;

import dev.offheap.classifiers.Sizes;
import dev.offheap.reports.Report;
import java.util.ArrayList;
import java.util.List;

/**
 * Owners as areas. The layout is the squarified treemap of Bruls, Huizing and van Wijk (2000): rows are filled along the
 * shorter side as long as that makes the areas in them more square.
 *
 * @param tiles largest first; each is an area in units of the drawing
 */
public record Treemap(List<Tile> tiles) {
    public static final int WIDTH = 640;
    public static final int HEIGHT = 300;

    /** Width of a character of a label, and the room a line of it takes; in units of the drawing. */
    private static final double CHARACTER = 8.0;

    private static final int LINE = 16;
    private static final int MARGIN = 7;
    private static final int SHORTEST_LABEL = 5;

    /**
     * One owner.
     *
     * @param label its name, cut to what fits; empty where nothing fits
     * @param size for people; empty where there is no room for a second line
     */
    public record Tile(
            Report.Owner owner,
            String x,
            String y,
            String width,
            String height,
            String label,
            String size,
            Palette.Colour colour,
            String share) {}

    private record Box(double x, double y, double width, double height) {}

    /** Owners without a size have no area and are left out. */
    static Treemap of(List<Report.Owner> owners) {
        List<Report.Owner> shown = owners.stream()
                .filter(owner -> owner.bytes() > 0)
                .sorted((one, other) -> Long.compare(other.bytes(), one.bytes()))
                .toList();
        double total = shown.stream().mapToDouble(Report.Owner::bytes).sum();
        List<Double> areas = shown.stream()
                .map(owner -> owner.bytes() / total * WIDTH * HEIGHT)
                .toList();
        List<Box> boxes = squarify(areas);
        Palette palette = new Palette();
        List<Tile> tiles = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Report.Owner owner = shown.get(i);
            tiles.add(tile(owner, boxes.get(i), palette.next(!owner.id().equals(Palette.UNATTRIBUTED)), total));
        }
        return new Treemap(tiles);
    }

    private static Tile tile(Report.Owner owner, Box box, Palette.Colour colour, double total) {
        int room = (int) ((box.width() - 2 * MARGIN) / CHARACTER);
        boolean labelled = room >= SHORTEST_LABEL && box.height() >= LINE + MARGIN;
        String size = Sizes.text(owner.bytes());
        return new Tile(
                owner,
                Format.decimal(box.x()),
                Format.decimal(box.y()),
                Format.decimal(box.width()),
                Format.decimal(box.height()),
                labelled ? fitting(owner.name(), room) : "",
                labelled && box.height() >= 2 * LINE + MARGIN && size.length() <= room ? size : "",
                colour,
                Format.percent(owner.bytes(), (long) total));
    }

    /** Of a package the end says more than the start. */
    private static String fitting(String name, int room) {
        if (name.length() <= room) {
            return name;
        }
        String last = name.substring(name.lastIndexOf('.') + 1);
        return last.length() <= room && !last.isEmpty() ? last : name.substring(0, room - 1) + "…";
    }

    /** @param areas largest first, together the area of the drawing */
    private static List<Box> squarify(List<Double> areas) {
        List<Box> boxes = new ArrayList<>();
        Box free = new Box(0, 0, WIDTH, HEIGHT);
        int from = 0;
        while (from < areas.size()) {
            int to = from + 1;
            double side = Math.min(free.width(), free.height());
            while (to < areas.size()
                    && worst(areas.subList(from, to + 1), side) <= worst(areas.subList(from, to), side)) {
                to++;
            }
            free = lay(areas.subList(from, to), free, boxes);
            from = to;
        }
        return boxes;
    }

    /** The least square of the areas when they share a row of that length: its longer side over its shorter. */
    private static double worst(List<Double> row, double side) {
        double sum = row.stream().mapToDouble(Double::doubleValue).sum();
        double largest = row.get(0);
        double smallest = row.get(row.size() - 1);
        double square = side * side;
        return Math.max(square * largest / (sum * sum), sum * sum / (square * smallest));
    }

    /** Lays a row along the shorter side and returns what stays free. */
    private static Box lay(List<Double> row, Box free, List<Box> boxes) {
        double sum = row.stream().mapToDouble(Double::doubleValue).sum();
        boolean column = free.width() >= free.height();
        double thickness = sum / (column ? free.height() : free.width());
        double at = column ? free.y() : free.x();
        for (double area : row) {
            double length = area / thickness;
            boxes.add(column ? new Box(free.x(), at, thickness, length) : new Box(at, free.y(), length, thickness));
            at += length;
        }
        return column
                ? new Box(free.x() + thickness, free.y(), Math.max(0, free.width() - thickness), free.height())
                : new Box(free.x(), free.y() + thickness, free.width(), Math.max(0, free.height() - thickness));
    }
}
