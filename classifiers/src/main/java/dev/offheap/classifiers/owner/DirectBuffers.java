package dev.offheap.classifiers.owner;

import dev.offheap.classifiers.catalog.MemoryRule;
import dev.offheap.classifiers.formula.HeapRef;
import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.HeapObject;
import dev.offheap.parser.graph.HeapType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the direct buffers of a dump apart and turns those with memory of their own into blocks.
 *
 * <p>The cleaner list is the truth for buffers that the JDK frees: a cleaner still linked has not run, and its
 * deallocator has the size (capacity plus alignment). A cleaner that has run links to itself. Buffers without a cleaner
 * have memory of their own only when a rule of the catalog says that a library allocated it; slices, views, the mapped
 * JDK image and wrapped foreign pointers look the same and own nothing. Source: {@code java.nio.DirectByteBuffer},
 * {@code sun.nio.ch.FileChannelImpl}, {@code jdk.internal.ref.Cleaner} of JDK 8 to 25.
 */
final class DirectBuffers {
    private static final int LONGEST_ATTACHMENT_CHAIN = 64;

    private static final Map<String, Integer> ELEMENT_BYTES =
            Map.of("Char", 2, "Short", 2, "Int", 4, "Float", 4, "Long", 8, "Double", 8);

    private final HeapGraph graph;
    private final TypeNames types;
    private final Reachability alive;
    private final AddressRanges counted;
    private final Residency residency;
    private final BufferTally tally = new BufferTally();
    private final List<NativeBlock> blocks = new ArrayList<>();
    private final Set<Integer> done = new HashSet<>();

    private record Claim(CarrierRule rule, HeapRef carrier) {}

    DirectBuffers(
            TypeNames types, Reachability alive, AddressRanges counted, Residency residency, List<CarrierRule> rules) {
        this.types = types;
        this.alive = alive;
        this.counted = counted;
        this.residency = residency;
        graph = types.graph();
        Map<Integer, Claim> claims = claims(rules);
        cleaners(claims);
        claims.forEach(this::withoutCleaner);
        rest(imageRoots());
    }

    private Map<Integer, Claim> claims(List<CarrierRule> rules) {
        Map<Integer, Claim> claims = new LinkedHashMap<>();
        for (CarrierRule rule : rules) {
            if (rule.rule().buffers().isPresent()) {
                rule.forEachCarrier(carrier -> rule.buffersOf(carrier)
                        .forEach(buffer -> claims.merge(
                                root(buffer), new Claim(rule, carrier), (one, other) -> preferAlive(one, other))));
            }
        }
        return claims;
    }

    private Claim preferAlive(Claim one, Claim other) {
        return !alive.reachable(one.carrier().id())
                        && alive.reachable(other.carrier().id())
                ? other
                : one;
    }

    private void cleaners(Map<Integer, Claim> claims) {
        List<HeapType> cleanerTypes = new ArrayList<>(types.named("jdk.internal.ref.Cleaner"));
        cleanerTypes.addAll(types.named("sun.misc.Cleaner"));
        for (HeapType type : cleanerTypes) {
            graph.instancesOf(type.index()).forEach(id -> cleaner(graph.object(id), claims));
        }
    }

    private void cleaner(HeapObject cleaner, Map<Integer, Claim> claims) {
        int thunk = cleaner.reference("thunk");
        boolean hasRun = cleaner.reference("next") == cleaner.id();
        if (hasRun || thunk == HeapGraph.NONE) {
            return;
        }
        HeapObject action = graph.object(thunk);
        String name = action.type().name();
        boolean deallocator = name.equals("java.nio.DirectByteBuffer$Deallocator");
        boolean unmapper = name.startsWith("sun.nio.ch.FileChannelImpl$") && name.endsWith("Unmapper");
        if (!deallocator && !unmapper || action.bits("address") == 0) {
            return;
        }
        int buffer = cleaner.reference("referent");
        if (buffer != HeapGraph.NONE) {
            done.add(buffer);
        }
        long address = action.bits("address");
        long bytes = counted.claim(address, action.bits("size"));
        int carrier = buffer == HeapGraph.NONE ? cleaner.id() : buffer;
        boolean waiting = alive.known() && (buffer == HeapGraph.NONE || !alive.reachable(buffer));
        if (unmapper) {
            tally.add(BufferKind.MAPPED, bytes);
            add(mapped(carrier, bytes), address);
        } else if (waiting) {
            tally.add(BufferKind.AWAITING_CLEANER, bytes);
            add(awaiting(carrier, bytes), address);
        } else {
            tally.add(BufferKind.OWNED, bytes);
            Claim claim = claims.get(buffer);
            add(claim == null ? unclaimed(carrier, bytes) : claimed(claim, buffer, bytes), address);
        }
    }

    private void add(NativeBlock block, long address) {
        blocks.add(block.resident(residency.bytes(address, block.bytes())));
    }

    private static NativeBlock awaiting(int buffer, long bytes) {
        return NativeBlock.measured(
                buffer,
                Optional.of(WellKnownOwners.AWAITING_CLEANER),
                Optional.of("no longer referenced"),
                bytes,
                MemoryRule.Space.UNSAFE);
    }

    private NativeBlock unclaimed(int buffer, long bytes) {
        Optional<String> pattern = alive.onlySoftly(buffer) ? Optional.of("softly held") : Optional.empty();
        return NativeBlock.measured(buffer, Optional.empty(), pattern, bytes, MemoryRule.Space.UNSAFE);
    }

    private NativeBlock mapped(int buffer, long bytes) {
        return NativeBlock.measured(
                buffer, Optional.empty(), Optional.of("mapped files"), bytes, MemoryRule.Space.MAPPED);
    }

    private NativeBlock claimed(Claim claim, int buffer, long bytes) {
        NativeBlock block = NativeBlock.measured(
                buffer,
                claim.rule().owner(),
                Optional.of(claim.rule().pattern(claim.carrier())),
                bytes,
                MemoryRule.Space.UNSAFE);
        return block.heldThrough(claim.rule().holderOf(claim.carrier()));
    }

    /** A library's own memory without a cleaner: counted as long as the library still has the object it is used through. */
    private void withoutCleaner(int buffer, Claim claim) {
        if (done.contains(buffer)
                || !isDirect(buffer)
                || alive.known() && !alive.reachable(claim.carrier().id())) {
            return;
        }
        HeapObject content = graph.object(buffer);
        long bytes = counted.claim(number(content, "address"), number(content, "capacity"));
        if (bytes > 0) {
            done.add(buffer);
            tally.add(BufferKind.NO_CLEANER, bytes);
            add(claimed(claim, buffer, bytes), number(content, "address"));
        }
    }

    private void rest(Set<Integer> imageRoots) {
        for (HeapType type : types.family("java.nio.Buffer")) {
            if (type.name().startsWith("java.nio.Direct")) {
                graph.instancesOf(type.index()).filter(id -> !done.contains(id)).forEach(id -> {
                    HeapObject buffer = graph.object(id);
                    tally.add(kind(buffer, imageRoots), number(buffer, "capacity") * elementBytes(type.name()));
                });
            }
        }
    }

    private BufferKind kind(HeapObject buffer, Set<Integer> imageRoots) {
        if (imageRoots.contains(buffer.id())) {
            return BufferKind.JDK_IMAGE;
        }
        boolean refersToOther = buffer.reference("att") != HeapGraph.NONE
                || buffer.reference("segment") != HeapGraph.NONE
                || buffer.reference("cleaner") != HeapGraph.NONE;
        if (refersToOther || counted.contains(number(buffer, "address"))) {
            return BufferKind.VIEW;
        }
        boolean file = buffer.reference("fd") != HeapGraph.NONE || residency.isOfFile(number(buffer, "address"));
        return file ? BufferKind.MAPPED : BufferKind.FOREIGN;
    }

    private Set<Integer> imageRoots() {
        Set<Integer> roots = new HashSet<>();
        for (HeapType type : types.family("jdk.internal.jimage.BasicImageReader")) {
            graph.instancesOf(type.index()).forEach(id -> {
                int map = graph.object(id).reference("memoryMap");
                if (map != HeapGraph.NONE) {
                    roots.add(map);
                    roots.add(root(map));
                }
            });
        }
        return roots;
    }

    /** The buffer that a slice or duplicate was made from; a ring of attachments, as only a broken dump has, ends. */
    private int root(int buffer) {
        int at = buffer;
        for (int i = 0; i < LONGEST_ATTACHMENT_CHAIN; i++) {
            int next = graph.object(at).reference("att");
            if (next == HeapGraph.NONE || !isDirect(next)) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private boolean isDirect(int object) {
        return graph.types().get(graph.typeOf(object)).name().startsWith("java.nio.Direct");
    }

    private static long number(HeapObject object, String field) {
        return object.has(field) ? object.bits(field) : 0;
    }

    /** {@code DirectLongBufferU} counts its capacity in longs. */
    private static int elementBytes(String typeName) {
        return ELEMENT_BYTES.entrySet().stream()
                .filter(entry -> typeName.startsWith("java.nio.Direct" + entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .findFirst()
                .orElse(1);
    }

    List<NativeBlock> blocks() {
        return blocks;
    }

    BufferTally tally() {
        return tally;
    }
}
