package dev.offheap.reports.budget;

import dev.offheap.classifiers.Sizes;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much is allowed: a size, or a share of another size.
 *
 * @param amount bytes, or percent
 * @param percent whether it is a share
 */
record Limit(BigDecimal amount, boolean percent) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,6})?)\\s*(B|KiB|MiB|GiB|TiB|%)?");
    private static final Map<String, Integer> POWER = Map.of("B", 0, "KiB", 1, "MiB", 2, "GiB", 3, "TiB", 4);

    /**
     * Reads {@code 600 MiB}, {@code 5 %} or a number of bytes.
     *
     * @throws IllegalArgumentException with the reason, when it is none of these
     */
    static Limit of(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no size; write it as 600 MiB or 5 %");
        }
        BigDecimal number = new BigDecimal(form.group(1));
        String unit = form.group(2) == null ? "B" : form.group(2);
        return unit.equals("%")
                ? new Limit(number, true)
                : new Limit(number.multiply(BigDecimal.valueOf(1024).pow(POWER.get(unit))), false);
    }

    /** The limit in bytes. @param whole what a share is a share of, in bytes */
    long bytes(long whole) {
        BigDecimal bytes = percent ? amount.multiply(BigDecimal.valueOf(whole)).movePointLeft(2) : amount;
        return bytes.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue();
    }

    String text() {
        return percent ? amount.stripTrailingZeros().toPlainString() + " %" : Sizes.text(bytes(0));
    }
}
