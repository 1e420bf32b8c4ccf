package dev.offheap.parser.hotspot;

import dev.offheap.parser.InputException;
import dev.offheap.parser.hotspot.JfrMemory.Series;
import dev.offheap.parser.profile.MallocEvents;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Reads the memory events of a flight recording with the JDK's own reader. */
public final class JfrReader {
    private static final int MOST_NAMES = 10_000;

    private OptionalLong pid = OptionalLong.empty();
    private Optional<String> version = Optional.empty();
    private Instant end = Instant.MIN;
    private Series rss;
    private OptionalLong peakRss = OptionalLong.empty();
    private final Map<String, Series> categories = new TreeMap<>();
    private final Map<String, Long> reserved = new HashMap<>();
    private Series direct;
    private Instant heapAt = Instant.MIN;
    private OptionalLong heapUsed = OptionalLong.empty();
    private OptionalLong limit = OptionalLong.empty();
    private final TreeSet<String> libraries = new TreeSet<>();
    private final MallocEvents mallocs = new MallocEvents();

    private JfrReader() {}

    /**
     * Reads a recording.
     *
     * @param file as the JVM wrote it
     * @param name what messages call it
     * @throws InputException when it is cut or damaged
     */
    public static JfrMemory read(Path file, String name) throws InputException {
        JfrReader reader = new JfrReader();
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                reader.take(recording.readEvent());
            }
        } catch (IOException | RuntimeException e) {
            // The JDK's reader answers damaged bytes with whatever its arithmetic meets.
            throw new InputException(
                    name,
                    "",
                    "the flight recording is cut or damaged",
                    "stop the recording with jcmd PID JFR.dump first");
        }
        return reader.build(name);
    }

    private void take(RecordedEvent event) {
        mallocs.take(event);
        Instant at = event.getEndTime();
        switch (event.getEventType().getName()) {
            case "jdk.ResidentSetSize" -> {
                rss = with(rss, at, event.getLong("size"));
                peakRss = OptionalLong.of(Math.max(peakRss.orElse(0), event.getLong("peak")));
            }
            case "jdk.NativeMemoryUsage" -> {
                String type = event.getString("type");
                if (categories.size() < MOST_NAMES && type != null) {
                    categories.put(type, with(categories.get(type), at, event.getLong("committed")));
                    reserved.put(type, event.getLong("reserved"));
                }
            }
            case "jdk.DirectBufferStatistics" -> direct = with(direct, at, event.getLong("memoryUsed"));
            case "jdk.GCHeapSummary" -> {
                if ("After GC".equals(event.getString("when")) && !at.isBefore(heapAt)) {
                    heapAt = at;
                    heapUsed = OptionalLong.of(event.getLong("heapUsed"));
                }
            }
            case "jdk.NativeLibrary" -> {
                String path = event.getString("name");
                if (path != null && libraries.size() < MOST_NAMES) {
                    libraries.add(path.substring(path.lastIndexOf('/') + 1));
                }
            }
            case "jdk.JVMInformation" -> {
                pid = event.hasField("pid") ? OptionalLong.of(event.getLong("pid")) : pid;
                version = Optional.ofNullable(event.getString("jvmVersion")).flatMap(JfrReader::version);
            }
            case "jdk.ContainerConfiguration" -> {
                long bytes = event.hasField("memoryLimit") ? event.getLong("memoryLimit") : -1;
                limit = bytes > 0 && bytes < 1L << 60 ? OptionalLong.of(bytes) : limit;
            }
            default -> {
                return; // of the others the time does not count
            }
        }
        end = at.isAfter(end) ? at : end;
    }

    /** {@code OpenJDK 64-Bit Server VM (25.0.3+9-LTS) for ...}: what the first bracket holds. */
    private static Optional<String> version(String jvmVersion) {
        int open = jvmVersion.indexOf('(');
        int close = jvmVersion.indexOf(')', open);
        return open >= 0 && close > open ? Optional.of(jvmVersion.substring(open + 1, close)) : Optional.empty();
    }

    private static Series with(Series series, Instant at, long bytes) {
        return series == null ? Series.at(at, bytes) : series.with(at, bytes);
    }

    private JfrMemory build(String name) {
        return new JfrMemory(
                name,
                pid,
                version,
                end.equals(Instant.MIN) ? Optional.empty() : Optional.of(end),
                Optional.ofNullable(rss),
                peakRss,
                categories,
                reserved,
                Optional.ofNullable(direct),
                heapUsed,
                limit,
                libraries.stream().toList(),
                mallocs.build(name),
                mallocs.overflow());
    }
}
