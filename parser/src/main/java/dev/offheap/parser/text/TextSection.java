package dev.offheap.parser.text;

/**
 * Reads one format out of a file that may hold several, line by line.
 *
 * <p>A reader sees every line of its own part, in order. It keeps what it read and is asked for it at the end.
 */
public interface TextSection {
    /** Whether this line can only be the beginning of this format. */
    boolean opens(Line line);

    /** Whether, while this section is open, the line can be of no other: it is not asked who else may want it. */
    default boolean owns(Line line) {
        return false;
    }

    /**
     * Reads a line of an open section; the opening line is passed too.
     *
     * @return false when the line is not of this format: the section stays open, for output of a program may be mixed
     *     into it
     */
    boolean take(Line line);
}
