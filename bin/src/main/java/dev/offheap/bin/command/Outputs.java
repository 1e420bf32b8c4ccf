package dev.offheap.bin.command;

import dev.offheap.parser.Printable;
import dev.offheap.reports.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/**
 * The options that say which forms of a result are written where.
 *
 * @param <T> the result
 */
final class Outputs<T> {
    private static final Set<String> USED = Set.of("read", "partial");

    private record Output<T>(OutputFile file, Function<T, String> format) {}

    private final List<Output<T>> outputs = new ArrayList<>();
    private final CommandLine line;

    Outputs(CommandLine line) {
        this.line = line;
    }

    /** Writes this form where that option names a file. */
    Outputs<T> add(String option, Function<T, String> format) {
        return add(line.getOptionValue(option), format, null);
    }

    /** Writes this form where {@code --output} says, and under a usual name when no output at all was named. */
    Outputs<T> html(String usualName, Function<T, String> format) {
        return add(line.getOptionValue("output"), format, outputs.isEmpty() ? usualName : null);
    }

    private Outputs<T> add(String name, Function<T, String> format, String otherwise) {
        String file = name == null ? otherwise : name;
        if (file != null) {
            OutputFile output = new OutputFile(file, line.hasOption("force"));
            output.check();
            outputs.add(new Output<>(output, format));
        }
        return this;
    }

    static void addTo(Options options, String usualHtml) {
        options.addOption(Option.builder("o")
                .longOpt("output")
                .hasArg()
                .argName("FILE")
                .desc("HTML report; " + usualHtml + " when no output is named; - is standard output")
                .get());
        options.addOption(Option.builder()
                .longOpt("json")
                .hasArg()
                .argName("FILE")
                .desc("JSON report; - is standard output")
                .get());
        options.addOption(Option.builder()
                .longOpt("markdown")
                .hasArg()
                .argName("FILE")
                .desc("summary for a ticket; - is standard output")
                .get());
        addForceAndQuiet(options);
    }

    static void addForceAndQuiet(Options options) {
        options.addOption(Option.builder("f")
                .longOpt("force")
                .desc("replace outputs that exist")
                .get());
        options.addOption(
                Option.builder("q").longOpt("quiet").desc("print errors only").get());
    }

    /**
     * Refuses to replace a file that was read, whatever {@code --force} says: those that were named, and those of folders
     * that turned out to be of use.
     *
     * @param report of these inputs, with their names as they are
     */
    Outputs<T> keeping(List<Path> inputs, Report report) {
        inputs.stream()
                .flatMap(input -> Files.isDirectory(input) ? used(input, report) : Stream.of(input))
                .filter(Files::exists)
                .forEach(input -> outputs.forEach(output -> output.file().mustNotBe(input)));
        return this;
    }

    private static Stream<Path> used(Path folder, Report report) {
        return report.inputs().stream()
                .filter(file -> USED.contains(file.status()))
                .map(file -> folder.resolve(file.name()));
    }

    /** Writes all, then says the verdict and where the files are, unless one of them went to standard output. */
    void write(T result, String verdict, Console console) {
        outputs.forEach(output -> output.file().write(output.format().apply(result), console));
        if (outputs.stream().noneMatch(output -> output.file().isStdout()) && !console.quiet()) {
            console.out().println(Printable.line(verdict));
            outputs.forEach(
                    output -> console.out().println("Report: " + output.file().name()));
        }
    }
}
