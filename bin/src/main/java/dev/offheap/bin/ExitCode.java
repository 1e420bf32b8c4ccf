package dev.offheap.bin;

/** What the process returns to its caller. */
public final class ExitCode {
    /** Done; the report is there. */
    public static final int DONE = 0;

    /** An input or the tool failed; where other inputs sufficed, the report is there all the same. */
    public static final int FAILED = 1;

    /** The command line is wrong. */
    public static final int USAGE = 2;

    /** A budget was exceeded. */
    public static final int OVER_BUDGET = 3;

    /** Part of a batch failed. */
    public static final int PART_FAILED = 4;

    /** Whoever reads standard output stopped reading: what a process returns that SIGPIPE ended. */
    public static final int UNREAD = 128 + 13;

    private ExitCode() {}
}
