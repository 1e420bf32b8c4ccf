package dev.offheap.bin.command;

import dev.offheap.bin.ExitCode;
import dev.offheap.parser.Warning;
import java.util.Comparator;
import java.util.List;

/** There is no report, for none of the inputs could be read. */
final class NothingReadException extends FailedException {
    private static final long serialVersionUID = 1L;
    private static final String NOT_RECOGNISED = "not-recognised";

    private final transient List<Warning> reasons;

    NothingReadException(List<Warning> reasons) {
        super(
                ExitCode.FAILED,
                "no input could be read, so there is no report; pass a heap dump, NMT text or a process map");
        this.reasons = List.copyOf(reasons);
    }

    /** Whether no input was a capture at all, as opposed to one that is broken. */
    boolean noCapture() {
        return !reasons.isEmpty()
                && reasons.stream().allMatch(reason -> reason.code().equals(NOT_RECOGNISED));
    }

    /**
     * Why, in one line: of the first capture that is broken, else of the first file.
     *
     * @param named whether the file is named
     */
    String reason(boolean named) {
        return reasons.stream()
                .min(Comparator.comparing(reason -> reason.code().equals(NOT_RECOGNISED)))
                .map(reason ->
                        (named ? reason.input().map(input -> input + ": ").orElse("") : "") + reason.message())
                .orElse(getMessage());
    }
}
