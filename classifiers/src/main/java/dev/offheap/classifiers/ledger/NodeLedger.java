package dev.offheap.classifiers.ledger;

import dev.offheap.classifiers.Basis;
import dev.offheap.classifiers.owner.v8.NativeShare;
import dev.offheap.parser.Captures;
import dev.offheap.parser.Evidence;
import dev.offheap.parser.Warning;
import dev.offheap.parser.node.IsolateHeap;
import dev.offheap.parser.node.NodeCaptures;
import dev.offheap.parser.node.NodeMemory;
import dev.offheap.parser.node.NodeReport;
import dev.offheap.parser.process.ProcessMap;
import dev.offheap.parser.process.StableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Where the memory of a Node.js process went: heaps of V8, memory of JavaScript objects as snapshots measure it, what the
 * catalog models, files, stacks, and the rest, which belongs to nobody.
 *
 * <p>A snapshot tells what was allocated. Of deflate contexts about four fifths are resident, of brotli's at most a
 * megabyte each, and a buffer whose pages were never touched shows as a gap of its size in the process map (measured,
 * see {@code fixtures/node}).
 */
public final class NodeLedger {
    private static final double ZLIB_TOUCHED = 0.8;
    private static final long BROTLI_TOUCHED = 1 << 20;

    private final Lines lines = new Lines();
    private final Captures captures;
    private final NodeCaptures node;
    private final NativeShare share;
    private final Optional<ProcessMap> map;

    private NodeLedger(Evidence evidence, NativeShare share, Optional<ProcessMap> map) {
        captures = evidence.captures();
        node = evidence.node();
        this.share = share;
        this.map = map;
    }

    /** Divides the memory of the process; without a resident size the ledger is empty. */
    public static Ledger of(Evidence evidence, NativeShare share) {
        BestCaptures best = BestCaptures.of(evidence.captures());
        OptionalLong rss = best.rss().isPresent() ? best.rss() : evidence.node().rssBytes();
        String source = best.rss().isPresent() ? best.rssSource() : "node-memory";
        List<Warning> warnings = new ArrayList<>();
        NodeLedger ledger = new NodeLedger(evidence, share, best.map());
        if (rss.isPresent()) {
            ledger.add();
            Ledger.addResidual(ledger.lines, rss.getAsLong(), source);
        }
        ledger.nextFile(rss.isPresent()).ifPresent(next -> warnings.add(Warning.of("narrow-residual", next)));
        var built = ledger.lines.build();
        return new Ledger(Ledger.memory(built, rss), built, warnings);
    }

    private void add() {
        lines.group("rss", null, "Resident size (RSS)");
        addHeaps();
        addObjects();
        lines.group("modelled", "rss", "Memory of libraries, by known costs");
        share.modelled()
                .forEach((owner, memory) -> lines.leaf(
                        "modelled." + owner,
                        "modelled",
                        memory.name(),
                        memory.typical(),
                        Basis.MODELLED,
                        "v8-heap-snapshot"));
        addOwnAllocations();
        if (map.isPresent()) {
            addFiles(map.get());
        } else {
            captures.statuses().stream()
                    .map(status -> status.rssFile())
                    .flatMapToLong(OptionalLong::stream)
                    .findFirst()
                    .ifPresent(bytes -> lines.leaf(
                            "files", "rss", "Program, libraries and files", bytes, Basis.MEASURED, "status"));
        }
    }

    private void addHeaps() {
        lines.group("heap", "rss", "Heaps of V8");
        OptionalLong physical = node.memories().stream()
                .map(NodeMemory::physicalBytes)
                .flatMapToLong(OptionalLong::stream)
                .findFirst();
        Optional<NodeReport> report = node.reports().stream().findFirst();
        Optional<IsolateHeap> main = report.flatMap(NodeReport::main);
        if (physical.isPresent()) {
            lines.leaf("heap.main", "heap", "Main thread", physical.getAsLong(), Basis.MEASURED, "node-memory");
        } else if (main.isPresent()) {
            lines.leaf("heap.main", "heap", "Main thread", main.get().committedBytes(), Basis.MEASURED, "node-report");
        } else {
            addHeapFromFigures();
        }
        long workers = report.map(all -> all.workers().stream()
                        .mapToLong(IsolateHeap::committedBytes)
                        .sum())
                .orElse(0L);
        int count = report.map(all -> all.workers().size()).orElse(0);
        if (workers > 0) {
            lines.leaf("heap.workers", "heap", count + " worker threads", workers, Basis.MEASURED, "node-report");
        } else if (share.heaps().size() > 1) {
            long used =
                    share.heaps().stream().skip(1).mapToLong(Long::longValue).sum();
            lines.leaf("heap.workers", "heap", "Worker threads", used, Basis.BOUNDED, "v8-heap-snapshot");
        }
    }

    /** Without the committed size: what the heap is said to be, or the objects that are on it. */
    private void addHeapFromFigures() {
        OptionalLong total = node.memories().stream()
                .map(NodeMemory::heapTotalBytes)
                .flatMapToLong(OptionalLong::stream)
                .findFirst();
        if (total.isPresent()) {
            lines.leaf("heap.main", "heap", "Main thread", total.getAsLong(), Basis.BOUNDED, "node-memory");
        } else if (!share.heaps().isEmpty()) {
            lines.leaf("heap.main", "heap", "Main thread", share.heaps().get(0), Basis.BOUNDED, "v8-heap-snapshot");
        }
    }

    private void addObjects() {
        String source = "v8-heap-snapshot";
        lines.group("external", "rss", "Native memory of JavaScript objects");
        if (node.snapshots().isEmpty()) {
            addExternal();
            return;
        }
        long all = share.buffers().stream().mapToLong(Long::longValue).sum();
        long untouched = map.map(m -> Untouched.bytes(share.buffers(), m)).orElse(0L);
        lines.leaf(
                "external.buffers",
                "external",
                untouched > 0 ? "ArrayBuffers, less those never touched" : "ArrayBuffers",
                all - untouched,
                Basis.MEASURED,
                source,
                untouched > 0 ? "smaps" : "");
        lines.leaf(
                "external.zlib",
                "external",
                "Contexts of zlib, touched part",
                Math.round(share.zlibBytes() * ZLIB_TOUCHED),
                Basis.MODELLED,
                source);
        lines.leaf(
                "external.brotli",
                "external",
                "Contexts of brotli, touched part",
                share.brotli().stream()
                        .mapToLong(bytes -> Math.min(bytes, BROTLI_TOUCHED))
                        .sum(),
                Basis.MODELLED,
                source);
        lines.leaf("external.objects", "external", "Objects of Node.js", share.handleBytes(), Basis.MEASURED, source);
    }

    /** Without a snapshot: what V8 was told of, touched or not; zlib is not in it. */
    private void addExternal() {
        OptionalLong told = node.memories().stream()
                .map(NodeMemory::externalBytes)
                .flatMapToLong(OptionalLong::stream)
                .findFirst();
        Optional<NodeReport> report = node.reports().stream().findFirst();
        long main = told.orElseGet(() ->
                report.flatMap(NodeReport::main).map(IsolateHeap::externalBytes).orElse(0L));
        long workers = report.map(all -> all.workers().stream()
                        .mapToLong(IsolateHeap::externalBytes)
                        .sum())
                .orElse(0L);
        String source = told.isPresent() ? "node-memory" : "node-report";
        lines.leaf("external.main", "external", "External to V8, main thread", main, Basis.BOUNDED, source);
        lines.leaf("external.workers", "external", "External to V8, workers", workers, Basis.BOUNDED, "node-report");
    }

    private void addOwnAllocations() {
        long bytes = node.reports().stream()
                .findFirst()
                .map(report -> report.main().map(IsolateHeap::mallocedBytes).orElse(0L)
                        + report.workers().stream()
                                .mapToLong(IsolateHeap::mallocedBytes)
                                .sum())
                .orElseGet(() -> node.memories().stream()
                        .map(NodeMemory::mallocedBytes)
                        .flatMapToLong(OptionalLong::stream)
                        .findFirst()
                        .orElse(0));
        lines.leaf(
                "v8-malloc",
                "rss",
                "Allocated by V8 for itself",
                bytes,
                Basis.MEASURED,
                node.reports().isEmpty() ? "node-memory" : "node-report");
    }

    private void addFiles(ProcessMap processMap) {
        Partition partition = Partition.of(processMap, Claims.of(captures, null));
        Map<String, Long> addons = new TreeMap<>();
        Map<String, Long> others = new TreeMap<>();
        processMap.regions().stream()
                .filter(region -> region.isFile())
                .forEach(region -> (region.path().contains("/node_modules/") ? addons : others)
                        .merge(StableName.of(region.path()), region.rss(), Long::sum));
        lines.group("addons", "rss", "Native files of packages");
        addons.forEach((name, bytes) -> lines.leaf("addons." + name, "addons", name, bytes, Basis.MEASURED, "smaps"));
        lines.group("files", "rss", "Program, libraries and files");
        others.forEach((name, bytes) -> lines.leaf("files." + name, "files", name, bytes, Basis.MEASURED, "smaps"));
        long bss = partition.rss(Use.LIBRARY)
                + partition.rss(Use.FILE)
                - addons.values().stream().mapToLong(Long::longValue).sum()
                - others.values().stream().mapToLong(Long::longValue).sum();
        lines.leaf("files.data", "files", "their zeroed data", bss, Basis.MEASURED, "smaps");
        lines.leaf("stacks", "rss", "Thread stacks", partition.rss(Use.OTHER_STACKS), Basis.MEASURED, "smaps");
        lines.leaf(Use.KERNEL.id(), "rss", Use.KERNEL.label(), partition.rss(Use.KERNEL), Basis.MEASURED, "smaps");
    }

    private Optional<String> nextFile(boolean resident) {
        if (!resident) {
            return Optional.of(
                    "a copy of /proc/PID/smaps would tell most next: it says what is resident, and which native"
                            + " files are");
        }
        if (node.snapshots().isEmpty()) {
            return Optional.of("a heap snapshot would tell most next (v8.writeHeapSnapshot(), or start Node.js with"
                    + " --heapsnapshot-signal=SIGUSR2): it alone says who holds buffers and zlib");
        }
        if (map.isEmpty()) {
            return Optional.of("a copy of /proc/PID/smaps would narrow the residual most: it divides files, stacks and"
                    + " memory without a file");
        }
        return node.reports().isEmpty()
                ? Optional.of(
                        "a diagnostic report (process.report.writeReport()) would narrow the residual most: it has"
                                + " the heaps of worker threads")
                : Optional.empty();
    }
}
