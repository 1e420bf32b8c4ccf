package dev.offheap.parser.hotspot;

import dev.offheap.parser.text.Amount;
import dev.offheap.parser.text.Line;
import dev.offheap.parser.text.TextSection;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an error log or {@code VM.info}; its tracking report and memory map are read by the readers of those. */
public final class VmInfoReader implements TextSection {
    private static final Pattern OPENING = Pattern.compile("# A fatal error has been detected by the Java Runtime.*"
            + "|# There is insufficient memory for the Java Runtime.*|# JRE version: .*|-{5,} +[A-Z]( [A-Z])+ +-{5,}"
            + "|Process Memory:|C-Heap outstanding allocations: .*");
    private static final Pattern VERSION = Pattern.compile("# JRE version: [^(]*\\((?<version>\\d[^)]{0,80})\\).*");
    private static final Pattern PID = Pattern.compile("#.*\\bpid=(?<pid>\\d{1,10}), tid=.*");
    private static final Pattern TIME = Pattern.compile(
            "[Tt]ime: (?<time>[A-Z][a-z]{2} [A-Z][a-z]{2} [ \\d]?\\d \\d\\d:\\d\\d:\\d\\d \\d{4})(?: (?<zone>[A-Za-z0-9+:-]+))?(?: .*)?");
    private static final Pattern ZONE = Pattern.compile("timezone: (?<zone>[A-Za-z0-9+:-]+)");
    private static final Pattern REFUSED = Pattern.compile(
            "# Native memory allocation \\(\\w+\\) failed to (?:allocate|map) (?<bytes>\\d{1,18}) bytes.*");
    private static final DateTimeFormatter TIME_FORMAT =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy z", Locale.ENGLISH);

    private final String input;
    private final MemoryLines memory = new MemoryLines();
    private final HeapLines heap = new HeapLines();
    private final RangeLines ranges = new RangeLines();
    private final JvmFlags flags = new JvmFlags();
    private boolean any;
    private VmInfo.Kind kind = VmInfo.Kind.VM_INFO;
    private Optional<String> version = Optional.empty();
    private OptionalLong pid = OptionalLong.empty();
    private String time;
    private String zone;
    private OptionalLong refused = OptionalLong.empty();

    /** @param input name of the file */
    public VmInfoReader(String input) {
        this.input = input;
    }

    /** The process that {@code jcmd} named before what follows. */
    public void pid(long pid) {
        this.pid = OptionalLong.of(pid);
    }

    @Override
    public boolean opens(Line line) {
        return OPENING.matcher(line.text()).matches();
    }

    @Override
    public boolean take(Line line) {
        String text = line.text().strip();
        any = true;
        if (text.startsWith("#")) {
            takeHeader(text);
        } else if (text.startsWith("Time: ") || text.startsWith("time: ")) {
            match(TIME, text).ifPresent(m -> {
                time = m.group("time");
                zone = m.group("zone") == null ? zone : m.group("zone");
            });
        } else {
            match(ZONE, text).ifPresent(m -> zone = m.group("zone")); // JDK 8 has a line for it
        }
        memory.take(text);
        heap.take(text);
        ranges.take(text);
        flags.take(text);
        return true; // its other lines are for people: registers, events, frames
    }

    private void takeHeader(String text) {
        if (text.startsWith("# A fatal error") || text.startsWith("# There is insufficient memory")) {
            kind = VmInfo.Kind.HS_ERR;
        }
        match(VERSION, text).ifPresent(m -> version = Optional.of(m.group("version")));
        match(REFUSED, text).ifPresent(m -> refused = Amount.of(m.group("bytes"), 1));
        match(PID, text).ifPresent(m -> pid = OptionalLong.of(Long.parseLong(m.group("pid"))));
    }

    /** Whether the file holds such a text. */
    public boolean any() {
        return any;
    }

    /** What was found; empty when the file holds no such text. */
    public Optional<VmInfo> found() {
        if (!any) {
            return Optional.empty();
        }
        return Optional.of(new VmInfo(
                input,
                kind,
                version,
                pid,
                instant(),
                memory.memory(),
                memory.cHeap(),
                memory.mallocTunables(),
                memory.preloaded(),
                memory.libc(),
                memory.hugePages(),
                memory.container(),
                memory.physicalMemory(),
                heap.build(),
                flags.build(),
                ranges.build(),
                memory.limits(),
                refused));
    }

    private static Optional<Matcher> match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    private Optional<Instant> instant() {
        if (time == null || zone == null) {
            return Optional.empty();
        }
        try {
            String text = time.replaceAll(" +", " ") + " " + zone;
            return Optional.of(ZonedDateTime.parse(text, TIME_FORMAT).toInstant());
        } catch (DateTimeException unknownZone) {
            return Optional.empty();
        }
    }
}
