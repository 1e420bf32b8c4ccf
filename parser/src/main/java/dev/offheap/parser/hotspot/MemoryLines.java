package dev.offheap.parser.hotspot;

import dev.offheap.parser.text.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of an error log about the process, its container and its machine. */
final class MemoryLines {
    private static final Pattern VIRTUAL = Pattern.compile("Virtual Size: (?<virtual>\\d+)K.*");
    private static final Pattern RSS =
            Pattern.compile("Resident Set Size: (?<rss>\\d+)K(?: \\(peak: (?<peak>\\d+)K\\))?"
                    + "(?: \\(anon: (?<anon>\\d+)K, file: (?<file>\\d+)K, shmem: (?<shared>\\d+)K\\))?.*");
    private static final Pattern SWAP = Pattern.compile("Swapped out: (?<swap>\\d+)K.*");
    private static final Pattern C_HEAP = Pattern.compile("C-Heap outstanding allocations: (?<outstanding>\\d+)K"
            + "(?:, retained: (?<retained>\\d+)K)?(?<wrapped> \\(may have wrapped\\))?.*");
    private static final Pattern TUNABLES = Pattern.compile("glibc malloc tunables: (?<tunables>.*)");
    private static final Pattern PRELOAD = Pattern.compile("LD_PRELOAD=(?<files>.*)");
    private static final Pattern LIBC = Pattern.compile("libc: ?(?<libc>\\S+ \\S+).*");
    private static final Pattern HUGE_PAGES =
            Pattern.compile("/sys/kernel/mm/transparent_hugepage/enabled: .*\\[(?<mode>always|madvise|never)\\].*");
    private static final Pattern CONTAINER =
            Pattern.compile("memory_(?<what>limit|usage|max_usage)_in_bytes: (?<amount>.*)");
    private static final Pattern PHYSICAL = Pattern.compile("MemTotal: +(?<total>\\d+) kB");
    private static final Pattern LIMIT =
            Pattern.compile("\\b(?<name>AS|DATA|STACK) (?<digits>\\d{1,15})(?<unit>[kKmM])?/");
    private static final Pattern TUNABLE = Pattern.compile("\\b(?:MALLOC_|glibc\\.malloc\\.)[\\w.]+=\\d+");

    private OptionalLong rss = OptionalLong.empty();
    private OptionalLong peak = OptionalLong.empty();
    private OptionalLong anonymous = OptionalLong.empty();
    private OptionalLong file = OptionalLong.empty();
    private OptionalLong shared = OptionalLong.empty();
    private OptionalLong virtual = OptionalLong.empty();
    private OptionalLong swap = OptionalLong.empty();
    private Optional<VmInfo.CHeap> cHeap = Optional.empty();
    private Optional<String> tunables = Optional.empty();
    private final List<String> preloaded = new ArrayList<>();
    private Optional<String> libc = Optional.empty();
    private Optional<String> hugePages = Optional.empty();
    private final Map<String, Long> limits = new TreeMap<>();
    private boolean inContainer;
    private OptionalLong limit = OptionalLong.empty();
    private OptionalLong usage = OptionalLong.empty();
    private OptionalLong peakUsage = OptionalLong.empty();
    private OptionalLong physical = OptionalLong.empty();

    /** Reads a line; what no rule knows is passed over. */
    void take(String line) {
        Matcher m = VIRTUAL.matcher(line);
        if (m.matches()) {
            virtual = kilobytes(m.group("virtual"));
        } else if ((m = RSS.matcher(line)).matches()) {
            rss = kilobytes(m.group("rss"));
            peak = kilobytes(m.group("peak"));
            anonymous = kilobytes(m.group("anon"));
            file = kilobytes(m.group("file"));
            shared = kilobytes(m.group("shared"));
        } else if ((m = SWAP.matcher(line)).matches()) {
            swap = kilobytes(m.group("swap"));
        } else if ((m = C_HEAP.matcher(line)).matches()) {
            OptionalLong outstanding = kilobytes(m.group("outstanding"));
            if (outstanding.isPresent()) {
                cHeap = Optional.of(new VmInfo.CHeap(
                        outstanding.getAsLong(), kilobytes(m.group("retained")), m.group("wrapped") != null));
            }
        } else if ((m = CONTAINER.matcher(line)).matches()) {
            container(m.group("what"), m.group("amount"));
        } else if ((m = PHYSICAL.matcher(line)).matches()) {
            physical = kilobytes(m.group("total"));
        } else {
            takeSettings(line);
        }
    }

    private void takeSettings(String line) {
        Matcher m = TUNABLES.matcher(line);
        if (m.matches()) {
            tunables = tunables(m.group("tunables"));
        } else if ((m = PRELOAD.matcher(line)).matches()) {
            for (String path : m.group("files").split("[ :]+")) {
                preloaded.add(path.substring(path.lastIndexOf('/') + 1));
            }
        } else if ((m = LIBC.matcher(line)).matches()) {
            libc = Optional.of(m.group("libc"));
        } else if (line.startsWith("rlimit")) {
            LIMIT.matcher(line)
                    .results()
                    .forEach(r -> Amount.of(r.group(2), Amount.unit(r.group(3)))
                            .ifPresent(bytes -> limits.put(r.group(1), bytes)));
        } else if ((m = HUGE_PAGES.matcher(line)).matches()) {
            hugePages = Optional.of(m.group("mode"));
        }
    }

    /** Only the allocator's own settings: the environment may hold what must not leave the house. */
    private static Optional<String> tunables(String text) {
        List<String> known = TUNABLE.matcher(text).results().map(r -> r.group()).toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", known));
    }

    private void container(String what, String amount) {
        inContainer = true;
        Matcher number =
                Pattern.compile("(?<digits>\\d+)(?: (?<unit>[kKmMgG]))?").matcher(amount.strip());
        OptionalLong bytes = number.matches()
                ? Amount.of(number.group("digits"), Amount.unit(number.group("unit")))
                : OptionalLong.empty();
        switch (what) {
            case "limit" -> limit = bytes;
            case "usage" -> usage = bytes;
            default -> peakUsage = bytes;
        }
    }

    private static OptionalLong kilobytes(String digits) {
        return digits == null ? OptionalLong.empty() : Amount.of(digits, 1024);
    }

    VmInfo.ProcessMemory memory() {
        return new VmInfo.ProcessMemory(rss, peak, anonymous, file, shared, virtual, swap);
    }

    Optional<VmInfo.CHeap> cHeap() {
        return cHeap;
    }

    Optional<String> mallocTunables() {
        return tunables;
    }

    List<String> preloaded() {
        return preloaded;
    }

    Optional<String> libc() {
        return libc;
    }

    Optional<String> hugePages() {
        return hugePages;
    }

    Map<String, Long> limits() {
        return limits;
    }

    Optional<VmInfo.Container> container() {
        return inContainer ? Optional.of(new VmInfo.Container(limit, usage, peakUsage)) : Optional.empty();
    }

    OptionalLong physicalMemory() {
        return physical;
    }
}
