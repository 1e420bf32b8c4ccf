package dev.offheap.bin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.offheap.bin.command.Command;
import dev.offheap.bin.command.Commands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Help, manual and completions are made from one table, so none can lack what another has. */
class OptionTableTest {
    @TempDir
    Path folder;

    @Test
    void everyCommandAndOptionIsInHelpManualAndCompletions() {
        String manual = output("manual").replace("\\-", "-");
        String fish = output("completion", "fish");
        for (Command command : Commands.ALL) {
            String help = output("help", command.name());
            assertTrue(output("help").contains("  " + command.name() + " "), command.name());
            assertTrue(manual.contains(".SS \"offheap " + command.name()), command.name());
            command.options().getOptions().forEach(option -> {
                String name = option.getLongOpt();
                assertTrue(help.contains("--" + name), command.name() + " " + name);
                assertTrue(manual.contains("--" + name), command.name() + " " + name);
                assertTrue(
                        fish.contains("_from " + command.name() + "' -l " + name + " "), command.name() + " " + name);
            });
        }
    }

    @Test
    void everyExampleIsACommandLineThatParses() throws org.apache.commons.cli.ParseException {
        for (Command command : Commands.ALL) {
            String words = command.example()
                    .replaceFirst("^source <\\(", "")
                    .replaceFirst("\\)$", "")
                    .split(" > ")[0];
            List<String> example = Arrays.asList(words.split(" "));
            assertEquals("offheap", example.get(0));
            assertEquals(command.name(), example.get(1));
            new org.apache.commons.cli.DefaultParser()
                    .parse(command.options(), example.subList(2, example.size()).toArray(String[]::new));
        }
    }

    @Test
    void bashCompletesCommandsAndOptions() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")));
        Path script = Files.writeString(folder.resolve("completion.bash"), output("completion", "bash"));

        assertEquals("capture catalog", complete(script, "ca"));
        assertEquals("--markdown", complete(script, "analyze", "--mar"));
        assertEquals("--no-dump", complete(script, "capture", "4711", "--n"));
    }

    private static String complete(Path script, String... words) throws IOException, InterruptedException {
        String bash = "source " + script + "; COMP_WORDS=(offheap " + String.join(" ", words) + "); COMP_CWORD="
                + words.length + "; _offheap; printf '%s\\n' \"${COMPREPLY[@]}\" | sort | paste -sd' '";
        Process process = new ProcessBuilder("/bin/bash", "-c", bash)
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return answer.strip();
    }

    @Test
    void theManualHasNoFaultThatAFormatterSees() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/groff")));
        Path page = Files.writeString(folder.resolve("offheap.1"), output("manual"));
        Process process = new ProcessBuilder("groff", "-man", "-ww", "-z", page.toString())
                .redirectErrorStream(true)
                .start();

        assertEquals("", new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, process.waitFor());
    }

    private static String output(String... words) {
        Cli cli = new Cli();
        assertEquals(ExitCode.DONE, cli.run((Object[]) words), cli.err());
        return cli.out();
    }
}
