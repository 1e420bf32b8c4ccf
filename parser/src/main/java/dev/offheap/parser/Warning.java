package dev.offheap.parser;

import java.util.Optional;

/**
 * Something that makes the report less complete than it could be, without preventing it.
 *
 * @param code stable name of the kind, for example {@code nmt-not-enabled}
 * @param message one line: what was met, its effect on the figures, what would help
 * @param input name of the input concerned, as in {@link InputFile#name()}
 */
public record Warning(String code, String message, Optional<String> input) {
    public Warning {
        message = Printable.line(message);
    }

    public static Warning of(String code, String message) {
        return new Warning(code, message, Optional.empty());
    }

    public static Warning of(String code, String message, String input) {
        return new Warning(code, message, Optional.of(input));
    }
}
