package dev.offheap.bin.command;

import dev.offheap.bin.ExitCode;
import dev.offheap.parser.temporary.TemporaryFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** {@code offheap demo}: the main job on the capture of a real process that comes with the tool. */
public final class DemoCommand implements Command {
    private static final Capture JVM = new Capture(
            "/dev/offheap/bin/demo/",
            List.of("heap.hprof.gz", "nmt.txt.gz", "smaps.txt.gz", "status.txt.gz", "vm_info.txt.gz"));
    private static final Capture NODE = new Capture(
            "/dev/offheap/bin/demo-node/",
            List.of("heap.json.gz", "main.heapsnapshot.gz", "memory.json.gz", "report.json.gz", "smaps.txt.gz"));
    private static final String DEFAULT_OUTPUT = "offheap-demo.html";

    /** Files that come with the tool. */
    private record Capture(String place, List<String> files) {}

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String arguments() {
        return "";
    }

    @Override
    public String summary() {
        return "writes the report of a real incident that comes with the tool";
    }

    @Override
    public String example() {
        return "offheap demo";
    }

    @Override
    public Options options() {
        Options options = new Options();
        options.addOption(Option.builder("o")
                .longOpt("output")
                .hasArg()
                .argName("FILE")
                .desc("HTML report; " + DEFAULT_OUTPUT + " when not named")
                .get());
        options.addOption(Option.builder()
                .longOpt("node")
                .desc("that of a Node.js process, instead of a JVM")
                .get());
        return options;
    }

    @Override
    public int run(CommandLine line, Console console) {
        String output = line.getOptionValue("output", DEFAULT_OUTPUT);
        try (TemporaryFolder folder = TemporaryFolder.in(TemporaryFolder.usualPlace())) {
            Path incident = Files.createDirectory(folder.path().resolve("orders-service"));
            Capture capture = line.hasOption("node") ? NODE : JVM;
            for (String file : capture.files()) {
                try (InputStream in = DemoCommand.class.getResourceAsStream(capture.place() + file)) {
                    Files.copy(in, incident.resolve(file));
                }
            }
            AnalyzeCommand analyze = new AnalyzeCommand();
            String[] arguments = {incident.toString(), "--output", output, "--force"};
            return analyze.run(new DefaultParser().parse(analyze.options(), arguments), console);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new FailedException(
                    ExitCode.FAILED,
                    "the demo's files could not be unpacked (" + e.getMessage()
                            + "); check the space of the temporary folder");
        }
    }
}
