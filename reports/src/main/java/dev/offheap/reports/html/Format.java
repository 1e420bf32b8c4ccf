package dev.offheap.reports.html;

import dev.offheap.classifiers.Sizes;
import java.util.Locale;

/** How the template writes figures. */
public final class Format {
    private static final int LONGEST_ID = 120;
    private static final int LONGEST_TEXT = 400;

    Format() {}

    /** A size for people: {@code 12.3 MiB}. */
    public String size(long bytes) {
        return Sizes.text(bytes);
    }

    /** A size with its exact number of bytes, for a tooltip. */
    public String exact(long bytes) {
        return String.format(Locale.ROOT, "%,d bytes", bytes);
    }

    /** Whether two sizes read the same, so that a range of them is one size. */
    public boolean same(long low, long high) {
        return Sizes.text(low).equals(Sizes.text(high));
    }

    public String range(long low, long high) {
        return Sizes.range(low, high);
    }

    public String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** An id that stands as text: a long one cut. */
    public String id(String id) {
        return id.length() <= LONGEST_ID ? id : id.substring(0, LONGEST_ID) + "…";
    }

    /** A text that a stranger may have made long. */
    public String text(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }

    /** A sentence whose sizes stay with their units at the end of a line. */
    public String unbroken(String text) {
        return text.replaceAll("(?<=\\d) (?=([KMGTPE]i)?B\\b)", "\u00a0");
    }

    /** Name of the place of a thing on the page, for example of an owner. */
    public String anchor(String kind, String id) {
        return Anchor.of(kind, id);
    }

    /** A share from 0 to 1 as whole percent, below 1 % as {@code <1 %}. */
    public String share(double share) {
        return percent(Math.round(share * 1_000_000), 1_000_000);
    }

    static String percent(long part, long whole) {
        if (whole == 0 || part == 0) {
            return "0 %";
        }
        double percent = 100.0 * part / whole;
        if (Math.abs(percent) < 1) {
            return percent > 0 ? "<1 %" : String.format(Locale.ROOT, "%.1f %%", percent);
        }
        return String.format(Locale.ROOT, "%.0f %%", percent);
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
