package dev.offheap.bin.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Puts files together that have the same process id and the same time in their names, as in {@code java_pid4711.hprof}
 * and {@code hs_err_pid4711.log}. Without an id in its name a text is asked for the one in its first lines. A file
 * that has neither stands alone.
 */
final class LooseFiles {
    private static final Pattern TIME = Pattern.compile(
            "(?<!\\d)(20\\d{2})-?([01]\\d)-?([0-3]\\d)(?:[T_.-]?([0-2]\\d)[:.-]?([0-5]\\d)(?:[:.-]?[0-5]\\d)?)?(?!\\d)");
    private static final Pattern NAMED_ID = Pattern.compile("(?i)pid[._-]?(\\d{1,10})(?!\\d)");
    private static final Pattern BARE_ID = Pattern.compile("(?:^|[._-])(\\d{2,10})(?=[._-]|$)");
    /** As {@code jcmd} heads its output, {@code /proc/PID/status} has it, and an error log. */
    private static final Pattern ID_IN_TEXT =
            Pattern.compile("(?m)\\A(\\d{1,10}):\\s*$|^Pid:\\s+(\\d{1,10})$|\\bpid=(\\d{1,10})\\b");

    private static final int HEAD = 4096;

    private LooseFiles() {}

    static List<Incident> group(List<Path> files) {
        Map<String, List<Path>> groups = new TreeMap<>();
        for (Path file : files) {
            groups.computeIfAbsent(key(file), key -> new ArrayList<>()).add(file);
        }
        return groups.entrySet().stream()
                .map(group -> new Incident(group.getKey(), group.getValue()))
                .toList();
    }

    private static String key(Path file) {
        String name = file.getFileName().toString();
        Matcher time = TIME.matcher(name);
        String stamp = time.find()
                ? time.group(1)
                        + time.group(2)
                        + time.group(3)
                        + (time.group(4) == null ? "" : "T" + time.group(4) + time.group(5))
                : "";
        String rest = stamp.isEmpty()
                ? name
                : new StringBuilder(name).replace(time.start(), time.end(), "").toString();
        Optional<String> id =
                first(NAMED_ID, rest).or(() -> first(BARE_ID, rest)).or(() -> first(ID_IN_TEXT, head(file)));
        if (id.isEmpty() && stamp.isEmpty()) {
            return name;
        }
        return id.map(pid -> "pid" + pid).orElse("") + (id.isPresent() && !stamp.isEmpty() ? "-" : "") + stamp;
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (matcher.find()) {
            for (int i = 1; i <= matcher.groupCount(); i++) {
                if (matcher.group(i) != null) {
                    return Optional.of(matcher.group(i));
                }
            }
        }
        return Optional.empty();
    }

    private static String head(Path file) {
        try (InputStream in = Files.newInputStream(file);
                InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
            return new String(text.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
