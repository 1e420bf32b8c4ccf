package dev.offheap.bin.command;

import dev.offheap.bin.ExitCode;
import dev.offheap.classifiers.catalog.Catalog;
import dev.offheap.classifiers.catalog.Library;
import dev.offheap.parser.InputException;
import dev.offheap.reports.Report;
import dev.offheap.reports.privacy.KeyFile;
import dev.offheap.reports.privacy.PublicNames;
import dev.offheap.reports.privacy.Redactor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code --redact strict} with its key: a report that may leave the house even where class names may not. */
final class PrivacyOption {
    private static final String STRICT = "strict";

    private static final String PATHS = "paths";
    private static final String ARGUMENTS = "arguments";
    private static final List<String> KINDS = List.of(ARGUMENTS, PATHS);

    private final KeyFile key;
    private final PublicNames known;
    private final List<String> shown;

    PrivacyOption(CommandLine line) {
        String mode = line.getOptionValue("redact");
        if (mode != null && !mode.equals(STRICT)) {
            throw new FailedException(ExitCode.USAGE, "--redact knows '" + STRICT + "' only");
        }
        if ((mode != null) != line.hasOption("redact-key")) {
            throw new FailedException(
                    ExitCode.USAGE,
                    "--redact strict and --redact-key FILE go together; the file is made when it is not there, keep it"
                            + " private");
        }
        shown = line.hasOption("show")
                ? Stream.of(line.getOptionValues("show")).distinct().sorted().toList()
                : List.of();
        if (!KINDS.containsAll(shown)) {
            throw new FailedException(
                    ExitCode.USAGE,
                    "--show knows '" + String.join("' and '", KINDS)
                            + "': contents, environment, hosts and users are never read");
        }
        if (!shown.isEmpty() && mode != null) {
            throw new FailedException(ExitCode.USAGE, "--redact and --show exclude each other");
        }
        key = mode == null ? null : open(Path.of(line.getOptionValue("redact-key")));
        known = publicNames(CatalogOption.read(line));
    }

    static void addTo(Options options) {
        options.addOption(Option.builder()
                .longOpt("show")
                .hasArg()
                .argName("KIND")
                .desc("arguments: show what the process was started with; paths: full paths of the inputs; may be"
                        + " given twice; the report says so in a banner")
                .get());
        options.addOption(Option.builder()
                .longOpt("redact")
                .hasArg()
                .argName("MODE")
                .desc("strict: replace names of the application's classes, packages and files, and of inputs")
                .get());
        addKeyTo(options);
    }

    static void addKeyTo(Options options) {
        options.addOption(Option.builder()
                .longOpt("redact-key")
                .hasArg()
                .argName("FILE")
                .desc("private file that makes the same name the same mask, and lets 'offheap reveal' reverse it")
                .get());
    }

    private static KeyFile open(Path file) {
        try {
            return KeyFile.open(file);
        } catch (InputException e) {
            throw new FailedException(ExitCode.FAILED, e.getMessage());
        }
    }

    private static PublicNames publicNames(Catalog catalog) {
        return new PublicNames(
                catalog.libraries().stream()
                        .flatMap(library -> library.packages().stream())
                        .toList(),
                catalog.libraries().stream()
                        .flatMap(library -> library.natives().stream())
                        .toList(),
                catalog.libraries().stream()
                        .map(Library::coordinates)
                        .flatMap(List::stream)
                        .collect(Collectors.toSet()));
    }

    /** Whether names of the application and of its files are to be replaced. */
    boolean isStrict() {
        return key != null;
    }

    /** A name that a person gave a folder, as it may be shown. */
    String shown(String name) {
        return key == null ? name : Redactor.name(name, key.masks(), known);
    }

    /**
     * The report as it may be shown. Its key file is written before any report that needs it.
     *
     * @param inputs as they were passed
     */
    Report apply(Report report, List<Path> inputs) {
        if (!shown.isEmpty()) {
            Report told = shown.contains(ARGUMENTS) ? ShownArguments.in(report, inputs) : report;
            Report named = shown.contains(PATHS) ? ShownPaths.in(told, inputs) : told;
            return named.withPrivacy(new Report.Privacy("none", shown));
        }
        if (key == null || report.privacy() != null && report.privacy().masked().equals(STRICT)) {
            return report;
        }
        Report masked = Redactor.strict(report, key.masks(), known);
        try {
            key.save();
        } catch (IOException e) {
            throw new FailedException(
                    ExitCode.FAILED, "the key file cannot be written; check the folder that --redact-key names");
        }
        return masked;
    }
}
