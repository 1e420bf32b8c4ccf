package dev.offheap.bin.command;

import dev.offheap.parser.graph.Progress;
import java.io.PrintStream;

/** A line on the terminal that says how far reading has come and how long it may still take; gone when it is done. */
final class TerminalProgress implements Progress, AutoCloseable {
    /** Set by the launcher when standard error is a terminal. */
    private static final String TERMINAL = "offheap.terminal";

    private static final long NANOS_BETWEEN_LINES = 200_000_000;
    private static final double FIRST_ESTIMATE_AT = 0.02;

    private final PrintStream terminal;
    private final String name;
    private final long start = System.nanoTime();
    private long printed = start;
    private int width;

    private TerminalProgress(PrintStream terminal, String name) {
        this.terminal = terminal;
        this.name = name;
    }

    /** Prints when there is a terminal to see it and messages are wanted; does nothing otherwise. */
    static TerminalProgress on(Console console, String name) {
        boolean seen = !console.quiet() && Boolean.getBoolean(TERMINAL);
        return new TerminalProgress(seen ? console.err() : null, name);
    }

    @Override
    public void done(double share) {
        long now = System.nanoTime();
        if (terminal == null || now - printed < NANOS_BETWEEN_LINES) {
            return;
        }
        printed = now;
        String line = "reading " + name + ": " + Math.round(share * 100) + " %" + left(now, share);
        width = Math.max(width, line.length());
        terminal.print("\r" + line + " ".repeat(width - line.length()));
        terminal.flush();
    }

    private String left(long now, double share) {
        if (share < FIRST_ESTIMATE_AT) {
            return "";
        }
        long seconds = Math.round((now - start) / 1e9 / share * (1 - share));
        return ", " + (seconds < 120 ? seconds + " s" : seconds / 60 + " min") + " left";
    }

    @Override
    public void close() {
        if (width > 0) {
            terminal.print("\r" + " ".repeat(width) + "\r");
            terminal.flush();
        }
    }
}
