package dev.offheap.bin.command;

import dev.offheap.parser.Printable;
import dev.offheap.parser.temporary.Shutdown;
import java.io.PrintStream;

/**
 * Where a command prints.
 *
 * @param out data
 * @param err messages
 * @param quiet leaves out all messages but errors
 */
public record Console(PrintStream out, PrintStream err, boolean quiet) {
    /** The same without messages, and without progress. */
    Console silent() {
        return new Console(out, err, true);
    }

    /** A message that a script can do without. */
    public void note(String line) {
        if (!quiet) {
            error(line);
        }
    }

    /** A message that is printed in any case. */
    public void error(String line) {
        Shutdown.passUnlessBegun();
        err.println("offheap: " + Printable.line(line));
    }
}
