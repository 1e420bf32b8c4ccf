package dev.offheap.reports.html;

import java.util.List;

/** Colours in turn for what has a name, grey for what has none. */
public final class Palette {
    /** Id of the owner that stands for what has none. */
    static final String UNATTRIBUTED = "unattributed";

    /** For where the style sheet is stripped, in its order: nine for names, then grey. */
    private static final List<String> FILLS = List.of(
            "#0969da", "#bf8700", "#1a7f37", "#8250df", "#cf222e", "#0e7490", "#bc4c00", "#bf3989", "#4d7c0f",
            "#8c959f");

    /** How many parts can be told apart by colour. */
    static final int COLOURS = FILLS.size() - 1;

    private int used;

    /**
     * A colour.
     *
     * @param number in the style sheet, from 0
     * @param fill the colour itself
     */
    public record Colour(int number, String fill) {}

    Colour next(boolean named) {
        int number = named ? used++ % COLOURS : COLOURS;
        return new Colour(number, FILLS.get(number));
    }
}
