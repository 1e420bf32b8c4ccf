package dev.offheap.reports.markdown;

import dev.offheap.parser.Printable;
import dev.offheap.reports.Report;

/** Text in Markdown that strangers' names cannot break out of. */
public final class Markdown {
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

    /** Names in a dump are written by strangers: nothing in them may become markup, a link or a new table cell. */
    public static String escape(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\', '`', '*', '_', '[', ']', '|', '~', '#', '@', '!' ->
                    safe.append('\\').appendCodePoint(c);
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                default -> safe.appendCodePoint(Printable.isPlain(c) ? c : ' ');
            }
        });
        return safe.toString();
    }

    /** Code spans cannot be escaped inside, so what could end one is left out. */
    public static String code(String text) {
        StringBuilder safe = new StringBuilder("`");
        text.codePoints()
                .filter(c -> Printable.isPlain(c) && c != '`' && c != '|')
                .forEach(safe::appendCodePoint);
        return safe.append('`').toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
