package dev.offheap.bin.command;

import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** A subcommand of {@code offheap}. */
public interface Command {
    String name();

    /** What stands behind the name in usage, for example {@code INPUT...}. */
    String arguments();

    /** One line. */
    String summary();

    /** A command line that works, and what it does. */
    String example();

    Options options();

    /**
     * Does the work.
     *
     * @return exit code
     * @throws FailedException when it cannot be done; its message is one line for the person
     */
    int run(CommandLine line, Console console);
}
