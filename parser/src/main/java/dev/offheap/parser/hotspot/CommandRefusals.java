package dev.offheap.parser.hotspot;

import dev.offheap.parser.Warning;
import dev.offheap.parser.text.Line;
import dev.offheap.parser.text.TextSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a capturing command prints when it fails; the file exists and holds nothing else. */
public final class CommandRefusals implements TextSection {
    /** What a shell says is short; rules with several open ends are slow on long lines. */
    private static final int LONGEST = 300;

    private static final String ATTACH =
            "the command could not reach the JVM; run it as the user of the process, inside"
                    + " its container, while it is not hung";

    private static final List<Refusal> ALL = List.of(
            new Refusal(
                    "unknown-command",
                    "(?:.*IllegalArgumentException: )?Unknown diagnostic command.*",
                    "this JDK does not have the command; newer ones do, and the report does without"),
            new Refusal(
                    "attach-failed",
                    "(?:Exception in thread .*|Caused by: |)(?:com\\.sun\\.tools\\.attach\\.AttachNotSupportedException"
                            + "|com\\.sun\\.tools\\.attach\\.AttachOperationFailedException"
                            + "|java\\.io\\.IOException: well-known file|java\\.io\\.IOException: No such process).*",
                    ATTACH),
            new Refusal("attach-failed", "\\d+: (?:Unable to open socket file|No such process).*", ATTACH),
            new Refusal(
                    "capture-failed",
                    "(?:.*: )?(?:cat|grep|pmap|jcmd|cp|kubectl|sh|bash)(?:: .*)?: (?:Permission denied|No such file or directory"
                            + "|command not found|not found|No such process)",
                    "the capturing command failed; run it as the user of the process, where its tools are"));

    private final String input;
    private final List<Warning> warnings = new ArrayList<>();
    private boolean inTrace;

    private record Refusal(String code, Pattern message, String meaning) {
        private Refusal(String code, String message, String meaning) {
            this(code, Pattern.compile(message), meaning);
        }
    }

    /** @param input name of the file */
    public CommandRefusals(String input) {
        this.input = input;
    }

    @Override
    public boolean opens(Line line) {
        return find(line).isPresent();
    }

    @Override
    public boolean take(Line line) {
        Optional<Refusal> refusal = find(line);
        if (refusal.isPresent()) {
            String code = refusal.get().code();
            if (warnings.stream().noneMatch(w -> w.code().equals(code))) {
                warnings.add(Warning.of(
                        code, "at line " + line.number() + ": " + refusal.get().meaning(), input));
            }
            inTrace = true;
            return true;
        }
        inTrace &= line.text().strip().startsWith("at ") || line.text().strip().startsWith("...");
        return inTrace;
    }

    /** One for each kind of refusal in the file. */
    public List<Warning> warnings() {
        return warnings;
    }

    private static Optional<Refusal> find(Line line) {
        if (line.text().length() > LONGEST) {
            return Optional.empty();
        }
        String text = line.text().strip();
        return ALL.stream().filter(r -> r.message().matcher(text).matches()).findFirst();
    }
}
