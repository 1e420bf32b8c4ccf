package dev.offheap.reports.html;

import dev.offheap.classifiers.Sizes;
import java.util.Locale;

/** How the template writes figures. */
public final class Format {
    Format() {}

    /** A size for people: {@code 12.3 MiB}. */
    public String size(long bytes) {
        return Sizes.text(bytes);
    }

    /** A size with its exact number of bytes, for a tooltip. */
    public String exact(long bytes) {
        return String.format(Locale.ROOT, "%,d bytes", bytes);
    }

    public String range(long low, long high) {
        return Sizes.range(low, high);
    }

    public String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
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
            return percent > 0 ? "<1 %" : ">-1 %";
        }
        return String.format(Locale.ROOT, "%.0f %%", percent);
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
