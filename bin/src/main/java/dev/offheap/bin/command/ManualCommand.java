package dev.offheap.bin.command;

import dev.offheap.bin.ExitCode;
import dev.offheap.bin.Version;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code offheap manual}: the manual page, made from the commands and their options. */
public final class ManualCommand implements Command {
    @Override
    public String name() {
        return "manual";
    }

    @Override
    public String arguments() {
        return "";
    }

    @Override
    public String summary() {
        return "prints the manual page";
    }

    @Override
    public String example() {
        return "offheap manual > /usr/local/share/man/man1/offheap.1";
    }

    @Override
    public Options options() {
        return new Options();
    }

    @Override
    public int run(CommandLine line, Console console) {
        console.out().print(page());
        return ExitCode.DONE;
    }

    private static String page() {
        StringBuilder page = new StringBuilder();
        page.append(".TH OFFHEAP 1 \"\" \"offheap ")
                .append(roff(Version.current()))
                .append("\" \"User Commands\"\n");
        page.append(".SH NAME\noffheap \\- says who owns the memory outside the heap\n");
        page.append(".SH SYNOPSIS\n.B offheap\n.I COMMAND\n[\\fIOPTION\\fR...] [\\fIARGUMENT\\fR...]\n");
        page.append(".SH DESCRIPTION\n").append(roff("""
                Reads the files that an out-of-memory incident left behind (heap dumps, Native Memory Tracking text, process \
                maps, error logs, reports of Node.js), finds which library or code owns the memory outside the heap, adds it up \
                to the resident size with an honest remainder, and writes one HTML file for the ticket. It works offline and \
                sends nothing anywhere.
                """));
        page.append(".SH COMMANDS\n");
        Commands.ALL.forEach(command -> describe(command, page));
        page.append(".SH EXIT STATUS\n");
        entry("0", "done", page);
        entry("1", "an input or the tool failed", page);
        entry("2", "the command line is wrong", page);
        entry("3", "a budget was exceeded", page);
        entry("4", "part of a batch failed", page);
        entry("130, 143, 141", "interrupted, terminated, or nobody reads its output any more", page);
        page.append(".SH ENVIRONMENT\n");
        entry("JAVA_HOME", "The Java to run on, 17 or newer; without it the one on the PATH.", page);
        entry("OFFHEAP_JAVA_OPTS", "Options for the JVM, as in -Xmx4g.", page);
        entry("NO_COLOR", "Kept to: nothing is ever coloured.", page);
        return page.toString();
    }

    private static void describe(Command command, StringBuilder page) {
        page.append(".SS \"")
                .append(roff(("offheap " + command.name() + " " + command.arguments()).strip()))
                .append("\"\n");
        page.append(roff(sentence(command.summary()))).append('\n');
        for (Option option : command.options().getOptions()) {
            page.append(".TP\n\\fB").append(roff(names(option))).append("\\fR");
            if (option.hasArg()) {
                page.append(" \\fI").append(roff(option.getArgName())).append("\\fR");
            }
            page.append('\n').append(roff(option.getDescription())).append('\n');
        }
        page.append(".PP\nExample:\n.PP\n.nf\n").append(roff(command.example())).append("\n.fi\n");
    }

    private static String names(Option option) {
        return (option.getOpt() == null ? "" : "-" + option.getOpt() + ", ") + "--" + option.getLongOpt();
    }

    private static void entry(String name, String text, StringBuilder page) {
        page.append(".TP\n.B ")
                .append(roff(name))
                .append('\n')
                .append(roff(text))
                .append('\n');
    }

    private static String sentence(String summary) {
        return Character.toUpperCase(summary.charAt(0)) + summary.substring(1) + ".";
    }

    /** Hyphens must stay hyphens to be copied, and no line may look like a request. */
    private static String roff(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-").replaceAll("(?m)^([.'])", "\\\\&$1");
    }
}
