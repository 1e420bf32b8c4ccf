package dev.offheap.reports.html;

/** Names for places on a page: stable, free of blanks, short, and different for different ids. */
final class Anchor {
    private static final int LONGEST = 100;
    private static final String PLAIN = "-_.:$/";

    private Anchor() {}

    /**
     * The name of a place.
     *
     * @param kind what stands there, for example {@code owner}
     * @param id of that thing; written by strangers, so it may hold anything
     */
    static String of(String kind, String id) {
        StringBuilder name = new StringBuilder(kind).append('-');
        id.codePoints().forEach(c -> {
            if (c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                name.appendCodePoint(c);
            } else {
                name.append('~').append(Integer.toHexString(c)).append('~');
            }
        });
        return name.length() <= LONGEST
                ? name.toString()
                : name.substring(0, LONGEST) + "~" + Integer.toHexString(id.hashCode()) + "~" + id.length();
    }
}
