package dev.offheap.bin.command;

import dev.offheap.bin.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;

/** All that shapes a report besides its inputs, as one text: when it differs, a report is made anew. */
final class Settings {
    /** These decide where and how fast, not what. */
    private static final List<String> NO_MATTER = List.of("output", "jobs", "force", "quiet", "timeout");

    private Settings() {}

    static String of(CommandLine line) {
        return Version.current() + "\n"
                + Arrays.stream(line.getOptions())
                        .filter(option -> !NO_MATTER.contains(option.getLongOpt()))
                        .map(Settings::of)
                        .sorted()
                        .collect(Collectors.joining("\n"));
    }

    private static String of(Option option) {
        String value = option.getValue();
        return option.getLongOpt() + "=" + value + (value == null ? "" : " " + content(Path.of(value)));
    }

    /** Of a file or folder that an option names: sizes and times of the files. */
    private static String content(Path path) {
        try (Stream<Path> files = Files.walk(path, 1)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> file.getFileName() + " " + file.toFile().length() + " "
                            + file.toFile().lastModified())
                    .collect(Collectors.joining(" "));
        } catch (IOException e) {
            return "";
        }
    }
}
