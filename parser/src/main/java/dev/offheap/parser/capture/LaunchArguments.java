package dev.offheap.parser.capture;

import dev.offheap.parser.Limits;
import dev.offheap.parser.node.NodeReportReader;
import dev.offheap.parser.text.Line;
import dev.offheap.parser.text.LineReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process was started with. It is no part of the evidence, which keeps nothing that must not leave the house: it is
 * read from the files again, and only for whoever asks for it.
 */
public final class LaunchArguments {
    private static final int MOST = 1000;

    private LaunchArguments() {}

    /**
     * Reads an error log, {@code VM.info} or a diagnostic report of Node.js.
     *
     * @return the words of the command line as far as the file says; of a JVM, words that held blanks are taken apart
     * @throws IOException when it cannot be read
     */
    public static List<String> read(Path file) throws IOException {
        try (OpenFile open = new OpenFile(file, Limits.USUAL)) {
            List<String> words = FileKind.of(open.head()) == FileKind.NODE_REPORT
                    ? NodeReportReader.commandLine(
                            open.content(), file.getFileName().toString())
                    : ofJvm(new LineReader(open.content()));
            return words.stream().limit(MOST).toList();
        }
    }

    private static List<String> ofJvm(LineReader lines) throws IOException {
        List<String> words = new ArrayList<>();
        for (Line line = lines.next(); line != null; line = lines.next()) {
            for (String label : List.of("jvm_args: ", "java_command: ")) {
                if (line.text().startsWith(label)) {
                    Stream.of(line.text().substring(label.length()).strip().split(" +"))
                            .forEach(words::add);
                }
            }
        }
        return words;
    }
}
