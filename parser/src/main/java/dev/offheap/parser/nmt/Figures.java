package dev.offheap.parser.nmt;

import dev.offheap.parser.text.Amount;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code key=number} figures of one line, in bytes. */
final class Figures {
    /** key=amount [type=NAME] [=percent] [+change] [#count [+change]] [type=NAME], then a comma, a bracket or the end. */
    private static final Pattern FIGURE = Pattern.compile("(?<![a-z])(?<key>tracking overhead|[a-z]{1,16}+)="
            + "(?<amount>\\d+)(?<unit>[KMGT]?B)?"
            + "(?: (?:[Tt]ype|[Tt]ag)=(?<tag>[^#)+]*?))?"
            + "(?: =[\\d.,]+%)?"
            + "(?: (?<change>[+-]\\d+)(?:[KMGT]?B)?)?"
            + "(?:,? #(?<count>\\d+)(?: (?<countChange>[+-]\\d+))?)?"
            + "(?: (?:[Tt]ype|[Tt]ag)=(?<lateTag>[^,)]+))?"
            + "(?= ?[,)]|$)");

    private static final Pattern COUNT =
            Pattern.compile("(?<![a-z ])(?<key>[a-z ]{0,32}+)#(?<count>\\d+)(?: (?<change>[+-]\\d+))?");

    private static final Figure ABSENT = new Figure(0, 0, 0, 0, "");

    private final Map<String, Figure> byKey = new HashMap<>();
    private final boolean atPeak;
    private boolean outOfRange;

    /**
     * @param line without indentation, blanks collapsed
     * @param scale bytes in the unit of the report, for amounts that bear no unit
     */
    Figures(String line, long scale) {
        atPeak = line.contains("at peak");
        Matcher figure = FIGURE.matcher(line);
        while (figure.find()) {
            long unit = figure.group("unit") == null ? scale : Amount.unit(figure.group("unit"));
            String tag = figure.group("tag") == null ? figure.group("lateTag") : figure.group("tag");
            byKey.putIfAbsent(
                    figure.group("key").strip(),
                    new Figure(
                            number(figure.group("amount"), unit),
                            number(figure.group("change"), unit),
                            number(figure.group("count"), 1),
                            number(figure.group("countChange"), 1),
                            tag == null ? "" : tag));
        }
    }

    /** The counts of a line such as {@code (instance classes #3748, array classes #190)}, by what they count. */
    static Map<String, Figure> counts(String line) {
        Map<String, Figure> counts = new HashMap<>();
        Figures range = new Figures("", 1);
        Matcher count = COUNT.matcher(line);
        while (count.find()) {
            counts.put(
                    count.group("key").strip(),
                    new Figure(
                            0, 0, range.number(count.group("count"), 1), range.number(count.group("change"), 1), ""));
        }
        return range.outOfRange ? Map.of() : counts;
    }

    /** Whether every figure of the line fits a long. */
    boolean inRange() {
        return !outOfRange;
    }

    boolean has(String key) {
        return byKey.containsKey(key);
    }

    /** The figure of this key; zero when the line has none. */
    Figure get(String key) {
        return byKey.getOrDefault(key, ABSENT);
    }

    /** The peak that belongs to a figure of this line: printed, or "at peak". */
    OptionalLong peakOf(String key) {
        if (has("peak")) {
            return OptionalLong.of(get("peak").bytes());
        }
        return atPeak ? OptionalLong.of(get(key).bytes()) : OptionalLong.empty();
    }

    private long number(String digits, long unit) {
        if (digits == null) {
            return 0;
        }
        boolean negative = digits.startsWith("-");
        OptionalLong value = Amount.of(negative || digits.startsWith("+") ? digits.substring(1) : digits, unit);
        outOfRange |= value.isEmpty();
        return negative ? -value.orElse(0) : value.orElse(0);
    }

    /** One figure: its amount, count and their changes since the baseline, and the category named with it. */
    record Figure(long bytes, long bytesChange, long count, long countChange, String tag) {}
}
