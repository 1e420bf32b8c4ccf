package dev.offheap.reports.markdown;

import dev.offheap.parser.Printable;
import dev.offheap.reports.Report;
import java.util.regex.Pattern;

/** Text in Markdown that strangers' names cannot break out of. */
public final class Markdown {
    /** In characters: a summary is for a ticket, whose comments end at 65,536. */
    private static final int LONGEST = 600;

    private static final int LONGEST_SAFE = 900;
    private static final int LONGEST_CODE = 120;

    /**
     * What becomes a link, a mention or a picture only after the Markdown was read, so that escaping does not help: there a
     * comment, which shows nothing, keeps the parts from being found together.
     */
    private static final Pattern CALLS = Pattern.compile(
            "@(?=\\w)|#(?=\\d)|(?i)\\bGH-(?=\\d)|\\b[a-z][a-z0-9+.-]*:(?=//|\\w)|\\bwww(?=\\.)|:(?=\\w+:)");

    private final StringBuilder out = new StringBuilder();

    public Markdown line(String line) {
        out.append(line).append('\n');
        return this;
    }

    public Markdown bold(String text) {
        return line("**" + escape(text) + "**");
    }

    /** Says that a list was cut, if it was. */
    public Markdown showing(int most, int all, String what) {
        return all <= most ? this : line("").line("Showing " + most + " of " + all + " " + what + ".");
    }

    /** What made it, in small print. */
    public Markdown footer(Report.Tool tool, String about) {
        return line("").line("<sub>" + escape(tool.name()) + " " + escape(tool.version()) + " · " + about + "</sub>");
    }

    /**
     * Names in a dump are written by strangers: nothing in them may become markup, a link, a new table cell, or call for
     * a person. Long ones are cut.
     */
    public static String escape(String text) {
        String safe = safe(cut(text, LONGEST));
        // Marks take several characters each; a name of nothing but marks is cut further.
        for (int most = LONGEST / 2; safe.length() > LONGEST_SAFE; most /= 2) {
            safe = safe(cut(text, most));
        }
        return safe;
    }

    private static String safe(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\', '`', '*', '_', '[', ']', '|', '~', '!' ->
                    safe.append('\\').appendCodePoint(c);
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                // Between such marks code-review systems look for formulas; escaping does not keep them from it.
                case '$' -> safe.append("<span>$</span>");
                default -> safe.appendCodePoint(Printable.isPlain(c) ? c : ' ');
            }
        });
        return CALLS.matcher(safe).replaceAll("$0<!-- -->");
    }

    /** Code spans cannot be escaped inside, so what could end one is left out. */
    public static String code(String text) {
        StringBuilder safe = new StringBuilder("`");
        cut(text, LONGEST_CODE)
                .codePoints()
                .filter(c -> Printable.isPlain(c) && c != '`' && c != '|')
                .forEach(safe::appendCodePoint);
        return safe.append('`').toString();
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
