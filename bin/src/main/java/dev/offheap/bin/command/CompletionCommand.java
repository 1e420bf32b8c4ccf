package dev.offheap.bin.command;

import dev.offheap.bin.ExitCode;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code offheap completion}: what a shell needs to complete commands and options, made from their table. */
public final class CompletionCommand implements Command {
    @Override
    public String name() {
        return "completion";
    }

    @Override
    public String arguments() {
        return "bash|zsh|fish";
    }

    @Override
    public String summary() {
        return "prints completions for a shell";
    }

    @Override
    public String example() {
        return "source <(offheap completion bash)";
    }

    @Override
    public Options options() {
        return new Options();
    }

    @Override
    public int run(CommandLine line, Console console) {
        String shell = line.getArgList().size() == 1 ? line.getArgList().get(0) : "";
        console.out()
                .print(
                        switch (shell) {
                            case "bash" -> bash();
                            case "zsh" -> "autoload -U +X bashcompinit && bashcompinit\n" + bash();
                            case "fish" -> fish();
                            default ->
                                throw new FailedException(
                                        ExitCode.USAGE, "completion knows bash, zsh and fish; name one of them");
                        });
        return ExitCode.DONE;
    }

    private static String bash() {
        String cases = Commands.ALL.stream()
                .map(command -> "        " + command.name() + ") words='" + words(command) + "' ;;\n")
                .collect(Collectors.joining());
        return """
                # Completions of offheap, made by 'offheap completion'.
                _offheap() {
                    local current=${COMP_WORDS[COMP_CWORD]} words=
                    if [ "$COMP_CWORD" -eq 1 ]; then
                        COMPREPLY=($(compgen -W '%s help' -- "$current"))
                        return
                    fi
                    case ${COMP_WORDS[1]} in
                %s    esac
                    case $current in
                        -*) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
                        *) COMPREPLY=($(compgen -f -- "$current")) ;;
                    esac
                }
                complete -o filenames -F _offheap offheap
                """.formatted(names(), cases);
    }

    private static String names() {
        return Commands.ALL.stream().map(Command::name).collect(Collectors.joining(" "));
    }

    private static String words(Command command) {
        return options(command).stream()
                .map(option -> "--" + option.getLongOpt())
                .collect(Collectors.joining(" "));
    }

    private static String fish() {
        StringBuilder text = new StringBuilder("# Completions of offheap, made by 'offheap completion'.\n");
        for (Command command : Commands.ALL) {
            text.append("complete -c offheap -n __fish_use_subcommand -f -a ")
                    .append(command.name())
                    .append(" -d '")
                    .append(quoted(command.summary()))
                    .append("'\n");
            for (Option option : options(command)) {
                text.append("complete -c offheap -n '__fish_seen_subcommand_from ")
                        .append(command.name())
                        .append("' -l ")
                        .append(option.getLongOpt())
                        .append(option.getOpt() == null ? "" : " -s " + option.getOpt())
                        .append(option.hasArg() ? " -r" : "")
                        .append(" -d '")
                        .append(quoted(option.getDescription()))
                        .append("'\n");
            }
        }
        return text.toString();
    }

    private static List<Option> options(Command command) {
        return List.copyOf(command.options().getOptions());
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("'", "\\'");
    }
}
