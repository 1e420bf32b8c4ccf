package dev.offheap.parser.text;

import java.util.OptionalLong;

/** Sizes with a unit, as the JVM and the kernel print them, in bytes. */
public final class Amount {
    private Amount() {}

    /**
     * The value of digits in a unit.
     *
     * @param digits decimal digits only
     * @param bytesPerUnit from {@link #unit}
     * @return empty when it does not fit a long: no process is that large, so the text is not what it seems to be
     */
    public static OptionalLong of(String digits, long bytesPerUnit) {
        try {
            return OptionalLong.of(Math.multiplyExact(Long.parseLong(digits), bytesPerUnit));
        } catch (ArithmeticException | NumberFormatException outOfRange) {
            return OptionalLong.empty();
        }
    }

    /**
     * Bytes in a unit, by its first letter in either case: {@code K}, {@code kB}, {@code MB}, {@code G}; 1 for none
     * and for {@code B}. The tools mean powers of 1024, whatever case they write.
     */
    public static long unit(String unit) {
        if (unit == null || unit.isEmpty()) {
            return 1;
        }
        return switch (unit.charAt(0)) {
            case 'K', 'k' -> 1L << 10;
            case 'M', 'm' -> 1L << 20;
            case 'G', 'g' -> 1L << 30;
            case 'T', 't' -> 1L << 40;
            default -> 1;
        };
    }
}
