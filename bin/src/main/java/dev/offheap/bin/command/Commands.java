package dev.offheap.bin.command;

import java.util.List;
import java.util.Optional;

/** All subcommands, in the order in which help lists them. */
public final class Commands {
    public static final List<Command> ALL = List.of(
            new AnalyzeCommand(),
            new BatchCommand(),
            new CompareCommand(),
            new CaptureCommand(),
            new RevealCommand(),
            new DemoCommand(),
            new CatalogCommand(),
            new SchemaCommand(),
            new CompletionCommand(),
            new ManualCommand());

    private Commands() {}

    public static Optional<Command> find(String name) {
        return ALL.stream().filter(command -> command.name().equals(name)).findFirst();
    }
}
