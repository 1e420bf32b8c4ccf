package dev.offheap.parser.hotspot;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Picks from lines of flags those that decide over memory. All others, and what the application was given, are not
 * kept: they may hold what must not leave the house.
 */
final class JvmFlags {
    private static final Set<String> KEPT = Set.of(
            "G1PeriodicGCInterval",
            "InitialHeapSize",
            "MaxDirectMemorySize",
            "MaxHeapSize",
            "MaxMetaspaceSize",
            "MaxRAMPercentage",
            "MinHeapSize",
            "NativeMemoryTracking",
            "ReservedCodeCacheSize",
            "SoftMaxHeapSize",
            "ThreadStackSize",
            "TrimNativeHeapInterval",
            "UseG1GC",
            "UseParallelGC",
            "UseSerialGC",
            "UseShenandoahGC",
            "UseTransparentHugePages",
            "UseZGC",
            "ZUncommit");
    private static final Pattern ARGUMENT =
            Pattern.compile("-XX:(?:(?<on>[+-])(?<switch>\\w+)|(?<name>\\w+)=(?<value>\\w+))");
    private static final Pattern TABLE = Pattern.compile("\\w+ +(?<name>\\w+) +:?= +(?<value>\\w+) +\\{.*");

    private final Map<String, String> flags = new TreeMap<>();

    /** Reads a line of arguments ({@code -XX:MaxHeapSize=1 ...}) or of the table of flags. */
    void take(String line) {
        Matcher table = TABLE.matcher(line);
        if (table.matches()) {
            put(table.group("name"), table.group("value"));
        } else if (line.contains("-XX:")) {
            Matcher argument = ARGUMENT.matcher(line);
            while (argument.find()) {
                boolean isSwitch = argument.group("switch") != null;
                put(
                        isSwitch ? argument.group("switch") : argument.group("name"),
                        isSwitch ? String.valueOf(argument.group("on").equals("+")) : argument.group("value"));
            }
        }
    }

    private void put(String name, String value) {
        if (KEPT.contains(name)) {
            flags.put(name, value);
        }
    }

    Map<String, String> build() {
        return flags;
    }
}
