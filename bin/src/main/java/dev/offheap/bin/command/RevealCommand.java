package dev.offheap.bin.command;

import dev.offheap.bin.ExitCode;
import dev.offheap.parser.InputException;
import dev.offheap.reports.privacy.KeyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code offheap reveal}: the names behind the masks of a redacted report, for whoever has the key. */
public final class RevealCommand implements Command {
    @Override
    public String name() {
        return "reveal";
    }

    @Override
    public String arguments() {
        return "REPORT";
    }

    @Override
    public String summary() {
        return "puts names back into a report that was written with --redact";
    }

    @Override
    public String example() {
        return "offheap reveal report.html --redact-key private.json -o named.html";
    }

    @Override
    public Options options() {
        Options options = new Options();
        options.addOption(Option.builder("o")
                .longOpt("output")
                .hasArg()
                .argName("FILE")
                .desc("where to write; - is standard output, and meant when not given")
                .get());
        PrivacyOption.addKeyTo(options);
        Outputs.addForceAndQuiet(options);
        return options;
    }

    @Override
    public int run(CommandLine line, Console console) {
        if (line.getArgList().size() != 1 || !line.hasOption("redact-key")) {
            throw new FailedException(
                    ExitCode.USAGE, "reveal needs a report and --redact-key FILE; see 'offheap help reveal'");
        }
        OutputFile output = new OutputFile(line.getOptionValue("output", OutputFile.STDOUT), line.hasOption("force"));
        output.check();
        Path report = Path.of(line.getArgList().get(0));
        try {
            KeyFile key = KeyFile.read(Path.of(line.getOptionValue("redact-key")));
            output.write(key.reveal(Files.readString(report)), console);
            return ExitCode.DONE;
        } catch (InputException e) {
            throw new FailedException(ExitCode.FAILED, e.getMessage());
        } catch (IOException e) {
            throw new FailedException(ExitCode.FAILED, report + " cannot be read as text; check its name");
        }
    }
}
