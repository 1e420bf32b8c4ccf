package dev.offheap.parser;

/** Makes one harmless line of words that may quote an input: inputs come from strangers. */
public final class Printable {
    private Printable() {}

    /**
     * The text with a question mark for each control, format or line-ending character (a terminal would obey them), cut
     * after a thousand characters.
     */
    public static String line(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().limit(Limits.MESSAGE_CHARACTERS).forEach(c -> safe.appendCodePoint(isPlain(c) ? c : '?'));
        return text.codePointCount(0, text.length()) > Limits.MESSAGE_CHARACTERS
                ? safe.append("...").toString()
                : safe.toString();
    }

    /** Lines of text with a question mark for each such character but line ends and tabulators. */
    public static String lines(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> safe.appendCodePoint(isPlain(c) || c == '\n' || c == '\t' ? c : '?'));
        return safe.toString();
    }

    /** Whether a character neither controls a terminal or the direction of text nor ends a line. */
    public static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
