package dev.offheap.parser;

import java.io.IOException;

/**
 * An input that cannot be read, in words for the person who passed it: which file, where in it, why, and what to do.
 * The message is one line; it is printed as it is.
 */
public final class InputException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * @param input base name of the file
     * @param place where in it, for example {@code at byte 4096} or {@code line 12}; empty when the whole is meant
     * @param cause what is wrong
     * @param nextStep what the person can do
     */
    public InputException(String input, String place, String cause, String nextStep) {
        this(input, place, cause + "; " + nextStep);
    }

    /**
     * The same with cause and next step in one.
     *
     * @param place where in it; empty when the whole is meant
     * @param causeAndStep as they are shown
     */
    public InputException(String input, String place, String causeAndStep) {
        super(Printable.line(input + (place.isEmpty() ? "" : " (" + place + ")") + ": " + causeAndStep));
        reason = Printable.line((place.isEmpty() ? "" : place + " ") + causeAndStep);
    }

    /** The message without the file's name, for where that is shown already. */
    public String reason() {
        return reason;
    }
}
