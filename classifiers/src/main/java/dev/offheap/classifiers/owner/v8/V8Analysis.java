package dev.offheap.classifiers.owner.v8;

import dev.offheap.classifiers.Owner;
import dev.offheap.classifiers.Proof;
import dev.offheap.classifiers.Risk;
import dev.offheap.classifiers.catalog.Catalog;
import dev.offheap.classifiers.catalog.Library;
import dev.offheap.classifiers.catalog.Measure;
import dev.offheap.classifiers.owner.OwnerSums;
import dev.offheap.parser.RuntimeKind;
import dev.offheap.parser.Warning;
import dev.offheap.parser.node.NodeCaptures;
import dev.offheap.parser.v8.V8Heap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who owns the native memory that the snapshots of a Node.js process show. */
public final class V8Analysis {
    private static final int MOST_PROOFS = 4;

    private final Catalog catalog;
    private final Labels labels = new Labels();
    private final Snapshots snapshots;
    private final List<Isolate> isolates = new ArrayList<>();
    private final List<V8Block> blocks = new ArrayList<>();
    private final PackageOwners owners;
    private final Inventory inventory;
    private final LoadedFiles files;
    private final Map<String, OwnerSums> sums = new TreeMap<>();
    private final Map<String, Map<String, V8Block>> largest = new HashMap<>();
    private final Map<String, TreeSet<String>> versions = new HashMap<>();
    private final Allocators allocators;
    private final Map<String, TreeSet<String>> needed = new HashMap<>();

    /** @param files native files that are loaded */
    public V8Analysis(NodeCaptures captures, Catalog catalog, List<LoadedFiles.NativeFile> files) {
        this.catalog = catalog;
        Bundles bundles = new Bundles(captures.maps());
        snapshots = new Snapshots(captures.snapshots());
        for (V8Heap heap : snapshots.latest()) {
            isolates.add(new Isolate(heap, labels, bundles));
        }
        owners = new PackageOwners(catalog, labels, new Installed(captures.projects()));
        inventory = new Inventory(owners.installed(), catalog.libraries(), owners);
        this.files = new LoadedFiles(files, owners);
        allocators = new Allocators(owners);
        RuleBlocks rules = new RuleBlocks(catalog.libraries(), labels, major(captures));
        for (Isolate isolate : isolates) {
            blocks.addAll(new MeasuredBlocks(isolate).blocks());
            blocks.addAll(rules.blocks(isolate));
        }
        addUp();
    }

    private static long major(NodeCaptures captures) {
        String version = captures.version().orElse("0");
        String major = version.replaceFirst("\\..*", "");
        return major.matches("\\d{1,3}") ? Long.parseLong(major) : 0;
    }

    private void addUp() {
        Optional<String> ownerOfWorkers = ownerOfWorkers();
        for (V8Block block : blocks) {
            char label = block.isolate().holders().label(block.node());
            String holder = label == Labels.NONE ? PackageOwners.NODE : owners.ownerOf(labels.get(label));
            String owner = block.memory().owner().orElse(holder);
            OwnerSums sum = sums.computeIfAbsent(owner, o -> new OwnerSums());
            sum.add(block.pattern(), block.memory());
            allocators.add(owner, block);
            largest.computeIfAbsent(owner, o -> new HashMap<>())
                    .merge(
                            block.pattern(),
                            block,
                            (one, other) ->
                                    other.memory().bytes() > one.memory().bytes() ? other : one);
            if (label != Labels.NONE) {
                labels.get(label).copy().ifPresent(copy -> noteCopy(owner, copy));
            }
            String user = holder;
            if (user.equals(owner)) {
                char application = block.isolate().application(block.node());
                user = application == Labels.NONE ? owner : owners.ownerOf(labels.get(application));
            }
            if (user.equals(owner) && !block.isolate().isMain()) {
                user = ownerOfWorkers.orElse(owner);
            }
            if (!user.equals(owner) && !user.equals(PackageOwners.NODE)) {
                sum.usedBy(user, block.memory().bytes());
            }
        }
        files.addTo(sums);
        inventory.owners().forEach(owner -> sums.computeIfAbsent(owner, o -> new OwnerSums()));
    }

    private void noteCopy(String owner, PackageCopy copy) {
        String own = catalog.find(owner)
                .flatMap(library -> library.coordinates().stream().findFirst())
                .orElse(owner.replaceFirst("^npm:", ""));
        if (copy.name().equals(own)) {
            owners.installed()
                    .versionOf(copy)
                    .ifPresent(version -> versions.computeIfAbsent(owner, o -> new TreeSet<>())
                            .add(version));
        }
        SortedSet<String> needing = owners.installed().rootsOf(copy);
        if (needing.size() > 1) {
            needed.computeIfAbsent(owner, o -> new TreeSet<>()).addAll(needing);
        }
    }

    /** Whoever holds the handles of worker threads; only when it is one. */
    private Optional<String> ownerOfWorkers() {
        TreeSet<String> holders = new TreeSet<>();
        for (V8Block block : blocks) {
            if (block.isolate().isMain() && block.name().equals("Node / Worker")) {
                char label = block.isolate().holders().label(block.node());
                holders.add(label == Labels.NONE ? PackageOwners.NODE : owners.ownerOf(labels.get(label)));
            }
        }
        return holders.size() == 1 ? Optional.of(holders.first()) : Optional.empty();
    }

    /** Most bytes first. */
    public List<Owner> owners() {
        long total = sums.values().stream().mapToLong(OwnerSums::bytes).sum();
        List<Owner> all = new ArrayList<>();
        sums.forEach((id, sum) -> all.add(owner(id, sum, total)));
        all.sort(Owner.MOST_FIRST);
        return all;
    }

    private Owner owner(String id, OwnerSums sum, long total) {
        Optional<Library> library = catalog.find(id);
        double share = total == 0 ? 0 : (double) sum.bytes() / total;
        return new Owner(
                id,
                library.map(Library::name).orElse(id.replaceFirst("^(?:app|npm):", "")),
                RuntimeKind.NODE,
                library.map(Library::category).orElse(id.startsWith("npm:") ? "package" : "application"),
                library.map(Library::risk).orElse(Risk.ofShare(share)),
                Optional.of(versions.getOrDefault(id, inventory.versions(id)))
                        .filter(all -> !all.isEmpty())
                        .map(all -> String.join(", ", all)),
                sum.bytes(),
                sum.low(),
                sum.high(),
                sum.residentBytes(),
                sum.basis(),
                share,
                sum.objects(),
                sum.patterns(),
                files.of(id).isEmpty() ? inventory.natives(id) : files.of(id),
                sum.heldFor(),
                proofs(id, sum));
    }

    private List<Proof> proofs(String id, OwnerSums sum) {
        List<Proof> proofs = new ArrayList<>();
        for (Owner.Pattern pattern : sum.patterns()) {
            V8Block block = largest.getOrDefault(id, Map.of()).get(pattern.label());
            if (block != null && proofs.size() < MOST_PROOFS) {
                String text = pattern.objects() == 1
                        ? "the one of '" + pattern.label() + "'"
                        : "the largest of " + pattern.objects() + " '" + pattern.label() + "'";
                HolderTree holders = block.isolate().holders();
                proofs.add(new Proof(
                        text,
                        new V8Path(block.isolate().heap(), labels, owners)
                                .describe(holders.path(block.node()), holders.label(block.node()))));
            }
        }
        allocators.proof(id).ifPresent(proofs::add);
        if (needed.containsKey(id)) {
            proofs.add(Proof.of("needed by " + String.join(", ", needed.get(id))));
        }
        proofs.addAll(inventory.proofs(id));
        return proofs;
    }

    /** Value of a measure: over the blocks of the library's owner that have the pattern or the native name. */
    public long measure(Library library, Measure measure) {
        long value = 0;
        for (V8Block block : blocks) {
            char label = block.isolate().holders().label(block.node());
            String owner = block.memory()
                    .owner()
                    .orElseGet(() -> label == Labels.NONE ? PackageOwners.NODE : owners.ownerOf(labels.get(label)));
            if (owner.equals(library.id())
                    && (measure.type().equals(block.pattern()) || measure.type().equals(block.name()))) {
                V8Names names = new V8Names(
                        block.isolate().heap(),
                        block.node(),
                        Map.of("bytes", block.memory().bytes()));
                if (measure.where().map(where -> where.holds(names)).orElse(true)) {
                    value = measure.max().isPresent()
                            ? Math.max(value, measure.max().get().number(names))
                            : value
                                    + measure.sum()
                                            .map(sum -> sum.number(names))
                                            .orElse(1L);
                }
            }
        }
        return value;
    }

    /** What was left out. */
    public List<Warning> warnings() {
        return snapshots.warnings();
    }

    /** What the ledger needs to know. */
    public NativeShare share() {
        List<Long> heaps = isolates.stream()
                .sorted(Comparator.comparing(Isolate::isMain).reversed())
                .map(Isolate::heapBytes)
                .toList();
        return NativeShare.of(blocks, heaps, block -> {
            String owner = block.memory().owner().orElse(PackageOwners.NODE);
            return catalog.find(owner).map(Library::name).orElse(owner);
        });
    }
}
