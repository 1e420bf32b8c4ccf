package dev.offheap.parser.hotspot;

import dev.offheap.parser.text.Amount;
import dev.offheap.parser.text.Line;
import dev.offheap.parser.text.TextSection;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code VM.metaspace}, and the block that follows a tracking report at the end of a process. */
public final class MetaspaceReader implements TextSection {
    private static final Pattern OPENING =
            Pattern.compile("Total Usage - .*|Metaspace:" + "|Metaspace +used \\d+K, committed \\d+K, reserved \\d+K");
    private static final Pattern EXACT =
            Pattern.compile("Metaspace +used (?<used>\\d+)K, committed (?<committed>\\d+)K.*");
    private static final Pattern TOTAL =
            Pattern.compile("Total Usage - (?<loaders>\\d+) loaders, (?<classes>\\d+) classes.*");
    private static final String SIZE = "(?<%1$s>\\d{1,15}(?:[.,]\\d{1,3})?) (?<%1$sUnit>bytes|KB|MB|GB)";
    private static final Pattern BOTH = Pattern.compile(
            "Both: .*?" + String.format(SIZE, "amount") + " (?:\\( *<?\\d+%\\) )?" + "(?<what>used|committed).*");
    private static final Pattern BOTH_USED = Pattern.compile("Both: .*?" + String.format(SIZE, "committed")
            + " \\( *<?\\d+%\\) committed, +" + String.format(SIZE, "used") + " \\( *<?\\d+%\\) used.*");
    private static final Pattern OURS =
            Pattern.compile("class space +used .*|[A-Z][A-Za-z -]*:.*|-?[a-zA-Z][\\w -]*-?:.*"
                    + "|Waste \\(.*|\\d+[km]: .*|- \\w+: .*|Total word size: .*|chunk header pool: .*|\\w+: \\d+\\."
                    + "|Use\\w+ \\d.*|Narrow klass .*|-total-: .*");

    private final String input;
    private boolean any;
    private long used = -1;
    private long committed = -1;
    private boolean exact;
    private OptionalLong loaders = OptionalLong.empty();
    private OptionalLong classes = OptionalLong.empty();

    /** @param input name of the file */
    public MetaspaceReader(String input) {
        this.input = input;
    }

    @Override
    public boolean opens(Line line) {
        return OPENING.matcher(line.text().strip()).matches();
    }

    @Override
    public boolean take(Line line) {
        String text = line.text().strip();
        any = true;
        Matcher m = TOTAL.matcher(text);
        if (m.matches()) {
            loaders = Amount.of(m.group("loaders"), 1);
            classes = Amount.of(m.group("classes"), 1);
        } else if ((m = EXACT.matcher(text)).matches()) {
            if (exact) {
                return true; // an error log tells the past after the present
            }
            used = Amount.of(m.group("used"), 1024).orElse(-1);
            committed = Amount.of(m.group("committed"), 1024).orElse(-1);
            exact = true;
        } else if (!exact && (m = BOTH_USED.matcher(text)).matches()) {
            used = bytes(m, "used");
            committed = bytes(m, "committed");
        } else if (!exact && (m = BOTH.matcher(text)).matches()) {
            if (m.group("what").equals("used")) {
                used = used < 0 ? bytes(m, "amount") : used;
            } else {
                committed = committed < 0 ? bytes(m, "amount") : committed;
            }
        } else {
            return text.isEmpty() || OURS.matcher(text).matches();
        }
        return true;
    }

    /** What was found; empty when the file holds no such text. */
    public Optional<Metaspace> found() {
        return any && used >= 0 && committed >= 0
                ? Optional.of(new Metaspace(input, loaders, classes, used, committed))
                : Optional.empty();
    }

    /** A decimal number in the locale of the JVM: a comma or a point, never groups of digits. */
    private static long bytes(Matcher matcher, String name) {
        String unit = matcher.group(name + "Unit");
        BigDecimal number = new BigDecimal(matcher.group(name).replace(',', '.'));
        return number.multiply(BigDecimal.valueOf(unit.equals("bytes") ? 1 : Amount.unit(unit)))
                .longValue();
    }
}
