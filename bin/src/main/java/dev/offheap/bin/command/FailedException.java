package dev.offheap.bin.command;

/** Ends a command with a line for the person and an exit code. */
public class FailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    public FailedException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
