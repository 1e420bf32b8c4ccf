package dev.offheap.parser.profile;

import dev.offheap.parser.process.StableName;
import dev.offheap.parser.text.Line;
import dev.offheap.parser.text.TextSection;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads what {@code heaptrack_interpret} writes: tables of strings, instruction pointers, traces and allocations, all
 * numbers hexadecimal, then {@code +} and {@code -} for each allocation made and freed.
 */
public final class HeaptrackReader implements TextSection {
    /** Entries kept of each table; a profile of a long run has some hundred thousand. */
    private static final int MOST = 1 << 24;

    private static final Pattern OPENING = Pattern.compile("v [0-9a-f]+ [0-9a-f]+");

    private final String input;
    private boolean open;
    private String[] strings = new String[1024];
    private int stringCount;
    private int[] ipModule = new int[1024];
    private int ipCount;
    private int[] traceIp = new int[1024];
    private int[] traceParent = new int[1024];
    private int traceCount;
    private long[] size = new long[1024];
    private int[] trace = new int[1024];
    private long[] live = new long[1024];
    private int allocationCount;

    /** @param input name of the file */
    public HeaptrackReader(String input) {
        this.input = input;
    }

    @Override
    public boolean opens(Line line) {
        return line.number() == 1 && OPENING.matcher(line.text()).matches();
    }

    @Override
    public boolean owns(Line line) {
        return true; // such a file holds nothing else
    }

    @Override
    public boolean take(Line line) {
        open = true;
        String text = line.text();
        if (text.length() < 3 || text.charAt(1) != ' ') {
            return true;
        }
        switch (text.charAt(0)) {
            case 's' -> addString(text);
            case 'i' -> addPointer(text.split(" "));
            case 't' -> addTrace(text.split(" "));
            case 'a' -> addAllocation(text.split(" "));
            case '+' -> count(text, 1);
            case '-' -> count(text, -1);
            default -> {
                // times, resident size, the command line: not of interest here
            }
        }
        return true;
    }

    /** {@code s LENGTH TEXT}, or in older files {@code s TEXT}. */
    private void addString(String text) {
        if (stringCount < MOST) {
            strings = grown(strings, stringCount);
            String[] parts = text.split(" ", 3);
            strings[stringCount++] = parts[parts.length - 1];
        }
    }

    private void addPointer(String[] parts) {
        if (ipCount < MOST) {
            ipModule = grown(ipModule, ipCount);
            ipModule[ipCount++] = parts.length > 2 ? number(parts[2]) : 0;
        }
    }

    private void addTrace(String[] parts) {
        if (traceCount < MOST) {
            traceIp = grown(traceIp, traceCount);
            traceParent = grown(traceParent, traceCount);
            traceIp[traceCount] = parts.length > 1 ? number(parts[1]) : 0;
            traceParent[traceCount++] = parts.length > 2 ? number(parts[2]) : 0;
        }
    }

    private void addAllocation(String[] parts) {
        if (allocationCount < MOST && parts.length > 2) {
            size = grown(size, allocationCount);
            live = grown(live, allocationCount);
            trace = grown(trace, allocationCount);
            size[allocationCount] = wide(parts[1]);
            trace[allocationCount++] = number(parts[2]);
        }
    }

    private void count(String text, int by) {
        int index = number(text.substring(2).strip());
        if (index >= 0 && index < allocationCount) {
            live[index] += by;
        }
    }

    /** The profile; empty when the file is none. */
    public Optional<NativeProfile> found() {
        if (!open || allocationCount == 0) {
            return Optional.empty();
        }
        Map<String, Long> libraries = new TreeMap<>();
        for (int i = 0; i < allocationCount; i++) {
            if (live[i] > 0 && size[i] > 0 && size[i] < Long.MAX_VALUE / live[i]) {
                libraries.merge(caller(trace[i]), size[i] * live[i], Long::sum);
            }
        }
        return Optional.of(new NativeProfile(input, "heaptrack", true, libraries));
    }

    /**
     * Indices count from one; a trace's parent is its caller, and comes before it in every honest file. Code that lies in
     * no file (JNA deletes its library once it is loaded) is nobody's by name; who called it did not allocate.
     */
    private String caller(int start) {
        int at = start;
        while (at > 0 && at <= traceCount) {
            int pointer = traceIp[at - 1];
            int module = pointer > 0 && pointer <= ipCount ? ipModule[pointer - 1] : 0;
            if (module <= 0 || module > stringCount) {
                return NativeProfile.UNKNOWN;
            }
            String library = StableName.of(strings[module - 1]);
            if (!Callers.isServant(library)) {
                return library;
            }
            int parent = traceParent[at - 1];
            if (parent >= at) {
                break;
            }
            at = parent;
        }
        return NativeProfile.UNKNOWN;
    }

    private static int number(String hex) {
        long wide = wide(hex);
        return wide < Integer.MAX_VALUE ? (int) wide : -1;
    }

    private static long wide(String hex) {
        try {
            return Long.parseLong(hex, 16);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static String[] grown(String[] array, int count) {
        return count < array.length ? array : Arrays.copyOf(array, 2 * count);
    }

    private static int[] grown(int[] array, int count) {
        return count < array.length ? array : Arrays.copyOf(array, 2 * count);
    }

    private static long[] grown(long[] array, int count) {
        return count < array.length ? array : Arrays.copyOf(array, 2 * count);
    }
}
