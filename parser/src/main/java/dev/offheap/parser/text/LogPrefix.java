package dev.offheap.parser.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes off what a log put before each line of a program's output.
 *
 * <p>Known forms are taken off wherever they stand. The form of an unknown log is learned from a line that cannot have
 * anything before it by itself; digits may then differ from line to line, all else must be the same.
 */
final class LogPrefix {
    private static final String STAMP =
            "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?(?:Z|[+-]\\d\\d:?\\d\\d)?";

    private static final List<Pattern> KNOWN = List.of(
            Pattern.compile(STAMP + " (?:stdout|stderr) [FP](?: |$)"), // a container runtime's log file
            Pattern.compile(STAMP + "(?: |$)"), // docker logs --timestamps
            Pattern.compile(
                    "[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\S+ [^ \\[]+(?:\\[\\d+\\])?:(?: |$)"), // syslog
            Pattern.compile("[\\w.-]+ +\\|(?: |$)")); // docker compose

    /** Header lines that stand at the start of a line in every known version, so what is before them is a log's. */
    private static final List<String> ANCHORS = List.of("Native Memory Tracking:");

    private Pattern learned;

    String strip(String line) {
        if (line.isEmpty()) {
            return line;
        }
        if (learned != null) {
            Matcher matcher = learned.matcher(line);
            return matcher.lookingAt() ? line.substring(matcher.end()) : line;
        }
        for (Pattern known : KNOWN) {
            Matcher matcher = known.matcher(line);
            if (matcher.lookingAt()) {
                return line.substring(matcher.end());
            }
        }
        learn(line);
        return learned == null ? line : strip(line);
    }

    private void learn(String line) {
        for (String anchor : ANCHORS) {
            String text = line.stripTrailing();
            String prefix = text.endsWith(anchor) ? text.substring(0, text.length() - anchor.length()) : "";
            if (!prefix.isBlank()) {
                learned = Pattern.compile(pattern(prefix));
            }
        }
    }

    private static String pattern(String prefix) {
        StringBuilder pattern = new StringBuilder();
        Matcher part = Pattern.compile("\\d+|\\D+").matcher(prefix.stripTrailing());
        while (part.find()) {
            pattern.append(Character.isDigit(part.group().charAt(0)) ? "\\d+" : Pattern.quote(part.group()));
        }
        return pattern.append(" ?").toString();
    }
}
