package dev.offheap.classifiers;

import java.util.Locale;

/** Sizes for people, in binary units. */
public final class Sizes {
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    private Sizes() {}

    /** Three significant digits at least: {@code 512 B}, {@code 12.3 MiB}, {@code 1,024 GiB} never, {@code 1.00 TiB}. */
    public static String text(long bytes) {
        double value = Math.abs((double) bytes);
        int unit = 0;
        while (value >= 1023.95 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        String sign = bytes < 0 ? "-" : "";
        if (unit == 0) {
            return sign + (long) value + " B";
        }
        String pattern = value < 9.995 ? "%.2f" : value < 99.95 ? "%.1f" : "%.0f";
        return sign + String.format(Locale.ROOT, pattern, value) + " " + UNITS[unit];
    }

    /** A range: one size when both ends read the same, and only its end when it begins with nothing. */
    public static String range(long low, long high) {
        String from = text(low);
        String to = text(high);
        if (from.equals(to)) {
            return to;
        }
        return low == 0 && high > 0 ? "up to " + to : from + " to " + to;
    }
}
