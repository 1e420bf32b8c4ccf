package dev.offheap.classifiers.ledger;

import dev.offheap.classifiers.DumpShare;
import dev.offheap.classifiers.LedgerLine;
import dev.offheap.parser.Captures;
import dev.offheap.parser.hotspot.JfrMemory;
import dev.offheap.parser.hotspot.Metaspace;
import dev.offheap.parser.hotspot.Trim;
import dev.offheap.parser.hotspot.VmInfo;
import dev.offheap.parser.nmt.Allocated;
import dev.offheap.parser.nmt.NmtCategory;
import dev.offheap.parser.nmt.NmtReport;
import dev.offheap.parser.process.CgroupMemory;
import dev.offheap.parser.process.ProcessStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * The figures that the rules for causes see, by name; bytes where the name says no other unit, 0 where nothing tells.
 *
 * <p>{@code rss heap heapViews files stacks cHeap jni retained metaspace}: lines of the ledger. {@code live}: reachable
 * bytes of the Java heap; {@code used}: bytes in use, garbage included. {@code kept}: what the allocator says it
 * keeps free; {@code trimLow trimHigh}: what of it trimming gives back; {@code trimmed}: what a trim did give back;
 * {@code mapped}: 1 when there is a process map; {@code arenas}: number of its arenas. {@code threads},
 * {@code stackHuge}: bytes of stacks in huge pages. {@code loaders classes}: numbers. {@code compilerPeak compilerNow}.
 * {@code limit usage}: of the container; {@code refused}: bytes that the system did not give. {@code maxHeap
 * trimInterval}: flags. {@code grown grownWhat grownLine grownSince}. {@code dump}: 1 when there is a heap dump.
 */
final class CauseFigures {
    private final Map<String, Object> names = new HashMap<>();

    private CauseFigures() {}

    static Map<String, Object> of(Captures captures, Ledger ledger, DumpShare dump) {
        CauseFigures figures = new CauseFigures();
        BestCaptures best = BestCaptures.of(captures);
        figures.addLines(ledger);
        figures.addHeap(captures, dump);
        figures.addAllocator(captures, best);
        figures.addThreads(captures, best);
        figures.addClasses(captures, best);
        figures.addContainer(captures);
        Growth growth = Growth.most(captures).orElse(new Growth("", "", 0, ""));
        figures.names.put("grown", growth.bytes());
        figures.names.put("grownWhat", growth.what());
        figures.names.put("grownLine", growth.line());
        figures.names.put("grownSince", growth.since());
        return figures.names;
    }

    private void addLines(Ledger ledger) {
        Map<String, String> lines = Map.of(
                "rss", "rss",
                "heap", "heap",
                "heapViews", "heap-views",
                "files", "files",
                "stacks", "stacks",
                "cHeap", "c-heap",
                "jni", "c-heap.jni",
                "retained", "c-heap.retained",
                "metaspace", "metaspace",
                "classSpace", "class-space");
        lines.forEach((name, id) -> names.put(
                name,
                ledger.lines().stream()
                        .filter(line -> line.id().equals(id))
                        .mapToLong(LedgerLine::bytes)
                        .findFirst()
                        .orElse(0)));
    }

    private void addHeap(Captures captures, DumpShare dump) {
        OptionalLong afterCollection = captures.recordings().stream()
                .flatMapToLong(r -> r.heapUsed().stream())
                .findFirst();
        names.put("live", dump.liveHeapBytes().orElse(afterCollection.orElse(0)));
        names.put("dump", dump.liveHeapBytes().isPresent() ? 1L : 0L);
        names.put(
                "used",
                first(captures.vmInfos().stream()
                        .flatMap(info -> info.heap().stream())
                        .mapToLong(VmInfo.JavaHeap::used)));
        names.put("maxHeap", flag(captures, "MaxHeapSize"));
    }

    private void addAllocator(Captures captures, BestCaptures best) {
        TrimEstimate trim = TrimEstimate.of(captures, best);
        names.put("mapped", best.map().isPresent() ? 1L : 0L);
        names.put("trimmed", first(captures.trims().stream().mapToLong(Trim::freed)));
        names.put("trimLow", trim.low());
        names.put("trimHigh", trim.high());
        names.put("kept", best.allocator().map(a -> a.retained().orElse(0)).orElse(0L));
        names.put(
                "arenas",
                first(captures.nativeHeaps().stream().mapToLong(h -> h.arenas().size())));
        names.put("trimInterval", flag(captures, "TrimNativeHeapInterval"));
    }

    private void addThreads(Captures captures, BestCaptures best) {
        long tracked = category(best, "Thread").map(NmtCategory::threads).orElse(0L);
        names.put(
                "threads",
                first(LongStream.concat(
                        captures.statuses().stream().map(ProcessStatus::threads).flatMapToLong(OptionalLong::stream),
                        LongStream.of(tracked))));
        long huge = 0;
        if (best.map().isPresent()) {
            Partition partition = Partition.of(captures, best);
            huge = partition.hugePages(Use.JVM_STACKS) + partition.hugePages(Use.OTHER_STACKS);
        }
        names.put("stackHuge", huge);
    }

    private void addClasses(Captures captures, BestCaptures best) {
        names.put(
                "loaders",
                first(captures.metaspaces().stream().map(Metaspace::loaders).flatMapToLong(OptionalLong::stream)));
        names.put(
                "classes",
                first(LongStream.concat(
                        captures.metaspaces().stream().map(Metaspace::classes).flatMapToLong(OptionalLong::stream),
                        LongStream.of(category(best, "Class")
                                .map(NmtCategory::classes)
                                .orElse(0L)))));
        Allocated arena = category(best, "Compiler").map(NmtCategory::arena).orElse(Allocated.NONE);
        Allocated chunks =
                category(best, "Arena Chunk").map(NmtCategory::malloc).orElse(Allocated.NONE);
        names.put("compilerNow", arena.bytes());
        names.put("compilerPeak", Math.max(arena.peak().orElse(0), chunks.peak().orElse(0)));
    }

    private void addContainer(Captures captures) {
        names.put(
                "limit",
                first(LongStream.concat(
                        captures.cgroup().stream().map(CgroupMemory::limit).flatMapToLong(OptionalLong::stream),
                        LongStream.concat(
                                captures.vmInfos().stream()
                                        .flatMap(info -> info.container().stream())
                                        .flatMapToLong(c -> c.limit().stream()),
                                captures.recordings().stream()
                                        .map(JfrMemory::containerLimit)
                                        .flatMapToLong(OptionalLong::stream)))));
        names.put("refused", first(captures.vmInfos().stream().flatMapToLong(info -> info.refused().stream())));
        names.put(
                "usage",
                first(LongStream.concat(
                        captures.cgroup().stream().map(CgroupMemory::usage).flatMapToLong(OptionalLong::stream),
                        captures.vmInfos().stream()
                                .flatMap(info -> info.container().stream())
                                .flatMapToLong(c -> c.usage().stream()))));
    }

    private static Optional<NmtCategory> category(BestCaptures best, String name) {
        return best.nmt().flatMap((NmtReport report) -> report.category(name));
    }

    private static long first(LongStream values) {
        return values.findFirst().orElse(0);
    }

    private static long flag(Captures captures, String name) {
        String value = captures.flags().getOrDefault(name, "");
        return value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
    }
}
