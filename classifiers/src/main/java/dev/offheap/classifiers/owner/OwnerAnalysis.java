package dev.offheap.classifiers.owner;

import dev.offheap.classifiers.BufferCount;
import dev.offheap.classifiers.DumpShare;
import dev.offheap.classifiers.Owner;
import dev.offheap.classifiers.Proof;
import dev.offheap.classifiers.Risk;
import dev.offheap.classifiers.catalog.Catalog;
import dev.offheap.classifiers.catalog.Library;
import dev.offheap.classifiers.catalog.Measure;
import dev.offheap.classifiers.catalog.MemoryRule;
import dev.offheap.parser.RuntimeKind;
import dev.offheap.parser.graph.HeapGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Who owns the native memory that a JVM heap dump shows. */
public final class OwnerAnalysis {
    private static final int MOST_PROOFS = 4;

    private final HeapGraph graph;
    private final Catalog catalog;
    private final TypeNames types;
    private final LibraryCopies copies;
    private final Reachability alive;
    private final Labels labels;
    private final Holders holders;
    private final HolderPath paths;
    private final UserPath userPaths;
    private final DumpInventory inventory;
    private final LibraryVersions versions;
    private final BufferTally tally;
    private final List<NativeBlock> blocks = new ArrayList<>();
    private final Map<String, OwnerSums> sums = new TreeMap<>();

    /** @param residency what process maps tell of addresses */
    public OwnerAnalysis(HeapGraph graph, Catalog catalog, Residency residency) {
        this.graph = graph;
        this.catalog = catalog;
        types = new TypeNames(graph);
        copies = new LibraryCopies(types, catalog);
        labels = new Labels(types, copies, catalog);
        inventory = new DumpInventory(types);
        versions = new LibraryVersions(types, copies, catalog.libraries());
        ThreadLocalValues threadLocals = new ThreadLocalValues(types);
        CompletableFuture<Reachability> reachability = CompletableFuture.supplyAsync(
                () -> new Reachability(types),
                graph.isSearchedInParallel() ? task -> new Thread(task, "reachability").start() : Runnable::run);
        HolderSearch all = new HolderSearch(types, labels, threadLocals, object -> true);
        alive = reachability.join();
        alive.followSoftReferences();
        List<CarrierRule> rules = CarrierRule.all(catalog.libraries(), copies, graph);
        AddressRanges counted = new AddressRanges();
        DirectBuffers buffers = new DirectBuffers(types, alive, counted, residency, rules);
        tally = buffers.tally();
        blocks.addAll(buffers.blocks());
        blocks.addAll(new RuleBlocks(alive, counted, residency, rules).blocks());
        holders = Holders.of(all, alive, blocks, from -> new HolderSearch(types, labels, threadLocals, from));
        paths = new HolderPath(graph, holders, threadLocals);
        userPaths = new UserPath(graph, labels, holders, threadLocals);
        addUp();
    }

    private void addUp() {
        UserSearch users = new UserSearch(graph, holders, alive, ownersWithUsers());
        for (NativeBlock block : blocks) {
            String owner = ownerOf(block);
            OwnerSums sum = sums.computeIfAbsent(owner, o -> new OwnerSums());
            char user = userOf(block, owner, users);
            sum.add(patternOf(block), block, user);
            if (user != Labels.NONE) {
                sum.usedBy(labels.owner(user), block.bytes());
            }
        }
    }

    private char userOf(NativeBlock block, String owner, UserSearch users) {
        char holder = holders.label(block.holderOf());
        char user = labels.owner(holder).equals(owner) ? users.userOf(block.holderOf()) : holder;
        return labels.owner(user).equals(owner) ? Labels.NONE : user;
    }

    private boolean[] ownersWithUsers() {
        boolean[] wanted = new boolean[labels.count()];
        for (NativeBlock block : blocks) {
            char label = holders.label(block.holderOf());
            wanted[label] = labels.isLibrary(label);
        }
        return wanted;
    }

    private String ownerOf(NativeBlock block) {
        if (block.owner().isPresent()) {
            return block.owner().get();
        }
        char label = holders.label(block.carrier());
        if (label != Labels.NONE) {
            return labels.owner(label);
        }
        return block.space() == MemoryRule.Space.MAPPED ? WellKnownOwners.JDK_MAPPED : WellKnownOwners.JDK_DIRECT;
    }

    private String patternOf(NativeBlock block) {
        String kind = block.pattern().orElse("direct buffers");
        int holder = holders.holder(block.carrier());
        String by = block.owner().isPresent() || holder == block.carrier() || holder == HeapGraph.NONE
                ? ""
                : " held by " + holderName(holder);
        return kind + by + (block.dropped() ? ", no longer referenced" : "");
    }

    private String holderName(int holder) {
        var denoted = types.denotedBy(holder);
        return TypeNames.simple(
                denoted == null ? graph.types().get(graph.typeOf(holder)).name() : denoted.name());
    }

    /** Most bytes first; libraries that are loaded but show no memory come last with 0 bytes. */
    public List<Owner> owners() {
        long total = sums.values().stream().mapToLong(OwnerSums::bytes).sum();
        List<Owner> owners = new ArrayList<>();
        sums.forEach((id, sum) -> owners.add(owner(id, sum, total)));
        for (Library library : catalog.libraries()) {
            if (!sums.containsKey(library.id()) && !inventory.nativesOf(library).isEmpty()) {
                owners.add(owner(library.id(), new OwnerSums(), total));
            }
        }
        owners.sort(Owner.MOST_FIRST);
        return owners;
    }

    private Owner owner(String id, OwnerSums sum, long total) {
        Optional<Library> library = catalog.find(id);
        double share = total == 0 ? 0 : (double) sum.bytes() / total;
        return new Owner(
                id,
                library.map(Library::name).orElse(id.replaceFirst("^app:", "")),
                RuntimeKind.JVM,
                library.map(Library::category).orElse("application"),
                library.map(Library::risk).orElseGet(() -> Risk.ofShare(share)),
                library.flatMap(versions::of),
                sum.bytes(),
                sum.low(),
                sum.high(),
                sum.residentBytes(),
                sum.basis(),
                share,
                sum.objects(),
                sum.patterns(),
                library.map(inventory::nativesOf).orElse(List.of()),
                sum.heldFor(),
                proofs(sum));
    }

    private List<Proof> proofs(OwnerSums sum) {
        EvidencePath words = new EvidencePath(types);
        List<Proof> proofs = new ArrayList<>();
        for (Owner.Pattern pattern : sum.patterns()) {
            if (proofs.size() == MOST_PROOFS) {
                break;
            }
            NativeBlock largest = sum.largest(pattern.label());
            String text = pattern.objects() == 1
                    ? "the one object of '" + pattern.label() + "'"
                    : "the largest of " + pattern.objects() + " objects of '" + pattern.label() + "'";
            proofs.add(new Proof(text, words.describe(path(largest, sum.userOfLargest(pattern.label())))));
        }
        return proofs;
    }

    /** From who uses the block where that is known, else from its nearest holder. */
    private List<Integer> path(NativeBlock block, char user) {
        List<Integer> path = new ArrayList<>(userPaths.to(block.holderOf(), user));
        boolean apart = block.holderOf() != block.carrier();
        if (path.isEmpty() && user != Labels.NONE && apart) {
            path.addAll(paths.to(block.holderOf()));
        }
        if (path.isEmpty() || apart) {
            path.addAll(paths.to(block.carrier()));
        }
        return path;
    }

    /** What was counted as direct memory and what was not, by kind of buffer. */
    public List<BufferCount> buffers() {
        return tally.rows().stream()
                .map(row -> new BufferCount(
                        row.kind().label(),
                        row.objects(),
                        row.bytes(),
                        row.kind().counted()))
                .toList();
    }

    /** True when there are direct buffers but all sizes are 0: somebody zeroed the dump's primitive fields. */
    public boolean looksRedacted() {
        return tally.objects() > 0 && tally.bytes() == 0;
    }

    /** False when the dump names no roots: then nothing can be said of what is still referenced. */
    public boolean knowsWhatIsAlive() {
        return alive.known();
    }

    /** What the ledger needs to know. */
    public DumpShare dumpShare() {
        long direct = 0;
        long mapped = 0;
        Map<String, DumpShare.Modelled> jni = new TreeMap<>();
        for (NativeBlock block : blocks) {
            switch (block.space()) {
                case UNSAFE -> direct += block.bytes();
                case MAPPED -> mapped += block.bytes();
                case C_HEAP -> {
                    String owner = ownerOf(block);
                    String name = catalog.find(owner).map(Library::name).orElse(owner);
                    jni.merge(owner, modelled(name, block), OwnerAnalysis::add);
                }
                case STACK -> {
                    // Native Memory Tracking and process maps measure stacks; the dump only counts threads.
                }
            }
        }
        return new DumpShare(direct, mapped, OptionalLong.of(liveHeapBytes()), jni);
    }

    private static DumpShare.Modelled modelled(String name, NativeBlock block) {
        return new DumpShare.Modelled(name, block.lowBytes(), block.bytes(), block.highBytes());
    }

    private static DumpShare.Modelled add(DumpShare.Modelled one, DumpShare.Modelled other) {
        return new DumpShare.Modelled(
                one.name(), one.low() + other.low(), one.typical() + other.typical(), one.high() + other.high());
    }

    /** Value of a measure of a library in this dump. */
    public long measure(Library library, Measure measure) {
        return new MeasureRun(graph, alive, copies.family(library, measure.type())).value(measure);
    }

    /** Bytes of heap that are alive: what a full collection would leave. */
    private long liveHeapBytes() {
        long live = 0;
        for (int object = 0; object < graph.objectCount(); object++) {
            if (alive.reachable(object)) {
                live += graph.shallowBytes(object);
            }
        }
        return live;
    }
}
