package dev.offheap.parser.nmt;

import dev.offheap.parser.Warning;
import dev.offheap.parser.text.Line;
import dev.offheap.parser.text.TextSection;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads every report of Native Memory Tracking in one file, and what the JVM said in place of a report. */
public final class NmtReader implements TextSection {
    private static final String HEADER = "Native Memory Tracking:";
    private static final Pattern TOTAL = Pattern.compile("Total: +reserved=\\d");

    private final String input;
    private final List<NmtReport> reports = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private ReportBuilder current;
    private OptionalLong pid = OptionalLong.empty();
    private boolean sawRefusal;

    /** @param input name of the file, for reports and warnings */
    public NmtReader(String input) {
        this.input = input;
    }

    /** The process that {@code jcmd} named before what follows. */
    public void pid(long pid) {
        this.pid = OptionalLong.of(pid);
    }

    @Override
    public boolean opens(Line line) {
        return isStart(line.text().strip()) || NmtRefusal.of(line.text()).isPresent();
    }

    @Override
    public boolean take(Line line) {
        NmtRefusal refusal = NmtRefusal.of(line.text()).orElse(null);
        if (refusal != null) {
            close();
            sawRefusal = true;
            warnings.add(Warning.of(refusal.code(), "\"" + refusal.message() + "\": " + refusal.meaning(), input));
            return true;
        }
        String text = line.text().strip();
        if (isStart(text)) {
            close();
            current = new ReportBuilder(input, line.number(), pid);
            return text.equals(HEADER) || current.take(line);
        }
        return current != null && current.take(line);
    }

    /** People cut off the header: a total without one begins a report too. */
    private boolean isStart(String text) {
        return text.equals(HEADER) || TOTAL.matcher(text).lookingAt() && (current == null || current.hasTotal());
    }

    /** Ends the file: no line follows. */
    public void close() {
        if (current != null) {
            reports.add(current.build(warnings));
            current = null;
        }
    }

    /** The reports in the order of the file; complete after {@link #close()}. */
    public List<NmtReport> reports() {
        return reports;
    }

    /** What is missing or doubtful in them; complete after {@link #close()}. */
    public List<Warning> warnings() {
        return warnings;
    }

    /** Whether the JVM answered with a message in place of a report. */
    public boolean sawRefusal() {
        return sawRefusal;
    }
}
