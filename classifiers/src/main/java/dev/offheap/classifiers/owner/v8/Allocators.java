package dev.offheap.classifiers.owner.v8;

import dev.offheap.classifiers.Proof;
import dev.offheap.classifiers.Sizes;
import dev.offheap.parser.v8.AllocationSites.Site;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who allocated what an owner holds, where the snapshot was taken while allocations were tracked: the innermost call that
 * is not Node's own. To hold and to allocate are two things: a body that undici read is held by who keeps it.
 */
final class Allocators {
    private static final int MOST_SHOWN = 4;

    private final PackageOwners owners;
    private final Map<String, Map<String, Long>> byOwner = new HashMap<>();

    Allocators(PackageOwners owners) {
        this.owners = owners;
    }

    void add(String owner, V8Block block) {
        allocator(block)
                .ifPresent(by -> byOwner.computeIfAbsent(owner, o -> new HashMap<>())
                        .merge(by, block.memory().bytes(), Long::sum));
    }

    /** The native node has no stack of its own: the object that leads to it has. */
    private Optional<String> allocator(V8Block block) {
        for (int at = block.node(); at >= 0; at = block.isolate().holders().parent(at)) {
            Optional<Site> site = block.isolate().heap().allocatedAt(at);
            if (site.isPresent()) {
                return site.get().scripts().stream()
                        .flatMap(script -> Label.of(script).stream())
                        .findFirst()
                        .map(this::place);
            }
        }
        return Optional.empty();
    }

    private String place(Label label) {
        return label.copy()
                .map(PackageCopy::name)
                .orElseGet(() -> owners.ownerOf(label).replaceFirst("^app:", ""));
    }

    /** One sentence with the largest of them. */
    Optional<Proof> proof(String owner) {
        Map<String, Long> all = byOwner.getOrDefault(owner, Map.of());
        String text = all.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_SHOWN)
                .map(entry -> entry.getKey() + " " + Sizes.text(entry.getValue()))
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? Optional.empty() : Optional.of(Proof.of("allocated by " + text));
    }
}
