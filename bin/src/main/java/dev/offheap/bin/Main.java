package dev.offheap.bin;

import dev.offheap.bin.command.Command;
import dev.offheap.bin.command.Commands;
import dev.offheap.bin.command.Console;
import dev.offheap.bin.command.FailedException;
import dev.offheap.bin.command.Help;
import dev.offheap.bin.command.OutOfMemory;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.ParseException;

/** Entry of the command: finds the subcommand, parses its options, turns what goes wrong into a line and a code. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        StandardOutput standard = new StandardOutput();
        PrintStream out = new PrintStream(standard, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = runOrExplain(List.of(args), out, err);
        out.flush();
        System.exit(standard.code(code, new Console(out, err, false)));
    }

    /** What nobody foresaw is a line, too. Tests and fuzzing call what is below this, and see it as it is. */
    private static int runOrExplain(List<String> args, PrintStream out, PrintStream err) {
        try {
            return run(args, out, err);
        } catch (RuntimeException | StackOverflowError fault) {
            new Console(out, err, false)
                    .error("a fault of offheap (" + fault
                            + "); please report it with this line, the inputs are not to blame");
            return ExitCode.FAILED;
        }
    }

    /**
     * Runs the command.
     *
     * @param out where data goes
     * @param err where all else goes
     * @return one of {@link ExitCode}
     */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        if (args.isEmpty()) {
            err.print(Help.overview(Commands.ALL));
            return ExitCode.USAGE;
        }
        switch (args.get(0)) {
            case "-h", "--help", "help" -> {
                return help(args.subList(1, args.size()), out, err);
            }
            case "-V", "--version", "version" -> {
                out.println("offheap " + Version.current());
                return ExitCode.DONE;
            }
            default -> {
                Optional<Command> command = Commands.find(args.get(0));
                return command.map(c -> run(c, args.subList(1, args.size()), out, err))
                        .orElseGet(() -> {
                            err.println("offheap: there is no command '" + args.get(0)
                                    + "'; 'offheap help' lists the commands");
                            return ExitCode.USAGE;
                        });
            }
        }
    }

    private static int help(List<String> rest, PrintStream out, PrintStream err) {
        if (rest.isEmpty()) {
            out.print(Help.overview(Commands.ALL));
            return ExitCode.DONE;
        }
        return Commands.find(rest.get(0))
                .map(command -> {
                    out.print(Help.of(command));
                    return ExitCode.DONE;
                })
                .orElseGet(() -> {
                    err.println(
                            "offheap: there is no command '" + rest.get(0) + "'; 'offheap help' lists the commands");
                    return ExitCode.USAGE;
                });
    }

    private static int run(Command command, List<String> args, PrintStream out, PrintStream err) {
        if (args.contains("-h") || args.contains("--help")) {
            out.print(Help.of(command));
            return ExitCode.DONE;
        }
        try {
            CommandLine line = new DefaultParser().parse(command.options(), args.toArray(String[]::new));
            return command.run(line, new Console(out, err, line.hasOption("quiet")));
        } catch (ParseException e) {
            err.println("offheap " + command.name() + ": " + e.getMessage() + "; see 'offheap help " + command.name()
                    + "'");
            return ExitCode.USAGE;
        } catch (FailedException e) {
            new Console(out, err, false).error(e.getMessage());
            return e.exitCode();
        } catch (OutOfMemoryError e) {
            new Console(out, err, false).error(OutOfMemory.message());
            return ExitCode.FAILED;
        }
    }
}
