package dev.offheap.parser.profile;

import dev.offheap.parser.process.StableName;
import dev.offheap.parser.text.Amount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;

/** Gathers the events {@code profiler.Malloc} and {@code profiler.Free} that async-profiler writes into a recording. */
public final class MallocEvents {
    private static final Pattern INTERVAL = Pattern.compile("\\bnativemem=(?<digits>\\d{1,12})(?<unit>[kKmMgG]?)");

    /** Some memory is allocated before any profiler can begin, even one that begins with the process. */
    private static final double MOST_UNSEEN = 0.2;

    private final LiveAllocations live = new LiveAllocations();
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private boolean any;
    private long interval;

    /** Takes an event; others than these two are passed over. */
    public void take(RecordedEvent event) {
        String type = event.getEventType().getName();
        if (type.equals("profiler.Malloc")) {
            any = true;
            String library = caller(event.getStackTrace());
            int number = numbers.computeIfAbsent(library, name -> {
                names.add(name);
                return names.size() - 1;
            });
            live.allocated(event.getLong("address"), nanos(event), event.getLong("size"), number);
        } else if (type.equals("profiler.Free")) {
            any = true;
            live.freed(event.getLong("address"), nanos(event));
        } else if (type.equals("jdk.JVMInformation")) {
            interval = Math.max(interval, interval(event.getString("jvmArguments")));
        }
    }

    /** Of the arguments only the interval of the profiler is looked at; the recording has it nowhere else. */
    private static long interval(String arguments) {
        Matcher option = INTERVAL.matcher(arguments == null ? "" : arguments);
        return option.find()
                ? Amount.of(option.group("digits"), Amount.unit(option.group("unit")))
                        .orElse(0)
                : 0;
    }

    private static long nanos(RecordedEvent event) {
        Instant time = event.getStartTime();
        return time.getEpochSecond() * 1_000_000_000L + time.getNano();
    }

    /** Native frames have the library for a class; what has none in its stack was called by compiled Java code. */
    private static String caller(RecordedStackTrace stack) {
        if (stack == null) {
            return NativeProfile.UNKNOWN;
        }
        for (RecordedFrame frame : stack.getFrames()) {
            if (frame.getMethod() == null || frame.getMethod().getType() == null) {
                continue;
            }
            // A library without symbols stands in place of the function, with its path.
            String type = frame.getMethod().getType().getName();
            String name = StableName.of(type.isEmpty() ? frame.getMethod().getName() : type);
            boolean isLibrary = name.contains(".so") || name.endsWith(".dylib");
            if (isLibrary && !Callers.isServant(name)) {
                return name;
            }
        }
        return NativeProfile.UNKNOWN;
    }

    /** Whether addresses were left out because there were too many. */
    public boolean overflow() {
        return live.overflow();
    }

    /** The profile; empty when there was no such event. */
    public Optional<NativeProfile> build(String input) {
        if (!any) {
            return Optional.empty();
        }
        Map<String, Long> libraries = new TreeMap<>();
        live.live(interval).forEach((number, bytes) -> libraries.put(names.get(number), bytes));
        boolean exact = interval == 0 && live.unseen() < MOST_UNSEEN && !live.overflow();
        return Optional.of(new NativeProfile(input, "async-profiler", exact, libraries));
    }
}
