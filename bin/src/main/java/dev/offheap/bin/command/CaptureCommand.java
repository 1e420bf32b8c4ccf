package dev.offheap.bin.command;

import dev.offheap.bin.ExitCode;
import dev.offheap.bin.live.Attach;
import dev.offheap.bin.live.Snapshot;
import dev.offheap.parser.temporary.TemporaryFolder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/**
 * {@code offheap capture}: runs the script that also stands alone as {@code bin/offheap-capture}, and lends it what a
 * machine without a JDK lacks.
 */
public final class CaptureCommand implements Command {
    private static final String SCRIPT = "/dev/offheap/bin/offheap-capture";

    @Override
    public String name() {
        return "capture";
    }

    @Override
    public String arguments() {
        return "PID";
    }

    @Override
    public String summary() {
        return "collects what helps from a live JVM or Node.js process, for 'analyze'";
    }

    @Override
    public String example() {
        return "offheap capture 4711 -o incident --no-dump";
    }

    @Override
    public Options options() {
        Options options = new Options();
        options.addOption(Option.builder("o")
                .longOpt("output")
                .hasArg()
                .argName("DIR")
                .desc("folder for the files; new or empty")
                .get());
        options.addOption(Option.builder()
                .longOpt("no-dump")
                .desc("leave out the heap dump, the one step that stops the process for long")
                .get());
        return options;
    }

    @Override
    public int run(CommandLine line, Console console) {
        if (line.getArgList().size() != 1 || !line.hasOption("output")) {
            throw new FailedException(
                    ExitCode.USAGE, "capture needs a process id and -o with a folder; see 'offheap help capture'");
        }
        try (TemporaryFolder folder = TemporaryFolder.in(TemporaryFolder.usualPlace())) {
            Path script = folder.path().resolve("offheap-capture");
            try (InputStream in = CaptureCommand.class.getResourceAsStream(SCRIPT)) {
                Files.copy(in, script);
            }
            List<String> words = new ArrayList<>(
                    List.of("sh", script.toString(), line.getArgList().get(0), "-o", line.getOptionValue("output")));
            if (line.hasOption("no-dump")) {
                words.add("--no-dump");
            }
            ProcessBuilder process = new ProcessBuilder(words).inheritIO();
            process.environment().put("OFFHEAP_ATTACH", program(Attach.class));
            process.environment().put("OFFHEAP_SNAPSHOT", program(Snapshot.class));
            process.environment().put("CLASSPATH", classPath());
            return process.start().waitFor();
        } catch (IOException e) {
            throw new FailedException(
                    ExitCode.FAILED,
                    "the capture script cannot be run (" + e.getMessage() + "); it needs a Linux with sh");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailedException(ExitCode.FAILED, "stopped");
        }
    }

    /** How a shell runs a class of this program with this Java; the classes come by CLASSPATH, which may hold blanks. */
    private static String program(Class<?> type) {
        return Path.of(System.getProperty("java.home"), "bin", "java") + " " + type.getName();
    }

    private static String classPath() {
        try {
            Path code = Path.of(CaptureCommand.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isDirectory(code) ? System.getProperty("java.class.path") : code.toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
