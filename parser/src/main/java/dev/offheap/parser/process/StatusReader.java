package dev.offheap.parser.process;

import dev.offheap.parser.text.Amount;
import dev.offheap.parser.text.Line;
import dev.offheap.parser.text.TextSection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code /proc/PID/status}, whole or what a {@code grep} for its sizes left. */
public final class StatusReader implements TextSection {
    private static final Pattern OPENING = Pattern.compile("(?:Name|VmPeak|VmSize|VmHWM|VmRSS|RssAnon):\\s.*");
    private static final Pattern ENTRY = Pattern.compile("(?<key>[A-Za-z_0-9]+):\\s*+(?<value>.*)");
    private static final Pattern SIZE = Pattern.compile("(?<amount>\\d+) kB");
    private static final int MOST_PIDS = 32;

    private final String input;
    private final List<ProcessStatus> found = new ArrayList<>();
    private final Map<String, String> values = new HashMap<>();

    /** @param input name of the file */
    public StatusReader(String input) {
        this.input = input;
    }

    @Override
    public boolean opens(Line line) {
        return values.isEmpty() && OPENING.matcher(line.text()).matches();
    }

    @Override
    public boolean take(Line line) {
        Matcher entry = ENTRY.matcher(line.text().stripTrailing());
        if (!entry.matches()) {
            return false;
        }
        if (values.containsKey(entry.group("key"))) {
            close(); // the next process, or the next time
        }
        values.put(entry.group("key"), entry.group("value"));
        return true;
    }

    /** Ends the file: no line follows. */
    public void close() {
        if (values.keySet().stream().anyMatch(k -> k.startsWith("Vm") || k.startsWith("Rss"))) {
            found.add(new ProcessStatus(
                    input,
                    pids(),
                    size("VmRSS"),
                    size("VmHWM"),
                    size("RssAnon"),
                    size("RssFile"),
                    size("RssShmem"),
                    size("VmSwap"),
                    size("VmSize"),
                    number("Threads")));
        }
        values.clear();
    }

    /** What was found, in the order of the file; complete after {@link #close()}. */
    public List<ProcessStatus> found() {
        return found;
    }

    private List<Long> pids() {
        List<Long> pids = new ArrayList<>();
        number("Pid").ifPresent(pids::add);
        for (String pid : values.getOrDefault("NSpid", "").split("\\s+")) {
            if (pid.matches("\\d{1,10}") && !pids.contains(Long.valueOf(pid)) && pids.size() < MOST_PIDS) {
                pids.add(Long.valueOf(pid));
            }
        }
        return pids;
    }

    private OptionalLong size(String key) {
        Matcher size = SIZE.matcher(values.getOrDefault(key, ""));
        return size.matches() ? Amount.of(size.group("amount"), 1024) : OptionalLong.empty();
    }

    private OptionalLong number(String key) {
        String value = values.getOrDefault(key, "");
        return value.matches("\\d+") ? Amount.of(value, 1) : OptionalLong.empty();
    }
}
