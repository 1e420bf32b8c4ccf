package dev.offheap.bin.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.cli.help.HelpFormatter;
import org.apache.commons.cli.help.TextHelpAppendable;

/** Help texts, made from the commands and their options. */
public final class Help {
    private static final int WIDTH = 100;

    private Help() {}

    public static String overview(List<Command> commands) {
        StringBuilder text = new StringBuilder("""
                offheap says who owns the memory outside the heap, from the files an incident left behind.

                Usage: offheap COMMAND [OPTION...] [ARGUMENT...]

                Commands:
                """);
        for (Command command : commands) {
            text.append(String.format("  %-10s %s%n", command.name(), command.summary()));
        }
        return text.append("""

                'offheap help COMMAND' explains one. 'offheap --version' prints the version.
                Exit codes: 0 done, 1 failed, 2 wrong usage, 3 a budget was exceeded, 4 part of a batch failed;
                130 interrupted, 143 terminated, 141 nobody reads the output any more.
                OFFHEAP_JAVA_OPTS is passed to the JVM, as in OFFHEAP_JAVA_OPTS=-Xmx4g.
                """).toString();
    }

    public static String of(Command command) {
        StringBuilder text = new StringBuilder();
        TextHelpAppendable target = new TextHelpAppendable(text);
        target.setMaxWidth(WIDTH);
        String usage = ("offheap " + command.name() + " [OPTION...] " + command.arguments()).strip();
        try {
            HelpFormatter.builder()
                    .setHelpAppendable(target)
                    .setShowSince(false)
                    .get()
                    .printHelp(usage, command.summary(), command.options(), "Example: " + command.example(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
