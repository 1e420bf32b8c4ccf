package dev.offheap.bin.command;

import dev.offheap.bin.ExitCode;
import dev.offheap.reports.json.Contract;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code offheap schema}: the JSON Schemas of what other commands write as JSON. */
public final class SchemaCommand implements Command {
    @Override
    public String name() {
        return "schema";
    }

    @Override
    public String arguments() {
        return "[" + names("|") + "]";
    }

    @Override
    public String summary() {
        return "prints the JSON Schema of the JSON report, of a comparison, or of the index of a batch";
    }

    @Override
    public String example() {
        return "offheap schema > offheap-report.schema.json";
    }

    @Override
    public Options options() {
        return new Options();
    }

    @Override
    public int run(CommandLine line, Console console) {
        List<String> words = line.getArgList();
        String name = words.isEmpty() ? Contract.REPORT.title() : words.get(0);
        Contract contract = Stream.of(Contract.values())
                .filter(known -> known.title().equals(name) && words.size() <= 1)
                .findFirst()
                .orElseThrow(() -> new FailedException(
                        ExitCode.USAGE, "schema knows " + names(", ") + "; name one of them, or none for the first"));
        console.out().print(contract.schema());
        return ExitCode.DONE;
    }

    private static String names(String between) {
        return Stream.of(Contract.values()).map(Contract::title).collect(Collectors.joining(between));
    }
}
