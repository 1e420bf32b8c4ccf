package dev.offheap.classifiers.saving;

import dev.offheap.classifiers.Category;
import dev.offheap.classifiers.Finding;
import dev.offheap.classifiers.LedgerLine;
import dev.offheap.classifiers.Memory;
import dev.offheap.classifiers.Owner;
import dev.offheap.classifiers.Saving;
import dev.offheap.classifiers.Totals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Savings added up. Findings on the same part of an owner overlap: of their low ends the largest counts, their high ends
 * add up to the owner's size at most. So a sum is never more than what it is a sum of.
 */
public final class SavingSum {
    /** Category of savings on ledger lines, that no owner stands for: the heap, the allocator, stacks. */
    private static final String PROCESS = "process";

    private final Map<String, Saving> byOwner = new LinkedHashMap<>();
    private final Map<String, Long> before = new LinkedHashMap<>();
    private final Map<String, String> category = new LinkedHashMap<>();
    private final Memory memory;

    public SavingSum(List<RatedFinding> findings, List<Owner> owners, List<LedgerLine> ledger, Memory memory) {
        this.memory = memory;
        ledger.forEach(line -> before.put(line.id(), line.bytes()));
        owners.forEach(owner -> {
            before.put(owner.id(), owner.highBytes());
            category.put(owner.id(), owner.category());
        });
        Map<String, Map<String, Saving>> parts = new TreeMap<>();
        for (RatedFinding rated : findings) {
            Finding finding = rated.finding();
            if (finding.status() == Finding.Status.OPEN) {
                parts.computeIfAbsent(finding.owner(), o -> new TreeMap<>())
                        .merge(rated.part(), finding.saving(), SavingSum::overlapping);
            }
        }
        parts.forEach((owner, savings) -> byOwner.put(
                owner,
                savings.values().stream().reduce(Saving.NONE, Saving::plus).cappedAt(before.getOrDefault(owner, 0L))));
        owners.stream()
                .filter(owner -> owner.id().equals(Owner.UNATTRIBUTED))
                .forEach(rest -> byOwner.put(rest.id(), new Saving(0, Math.min(beyond(owners), rest.bytes()))));
    }

    /**
     * Savings beyond what an owner is figured to hold: of a cache that is only known by its limit, what is in it lies in
     * the memory that was measured and not attributed.
     */
    private long beyond(List<Owner> owners) {
        return owners.stream()
                .mapToLong(owner -> Math.max(
                        0, byOwner.getOrDefault(owner.id(), Saving.NONE).highBytes() - owner.bytes()))
                .sum();
    }

    private static Saving overlapping(Saving one, Saving other) {
        long low = Math.max(one.lowBytes(), other.lowBytes());
        return new Saving(low, Math.max(low, one.highBytes() + other.highBytes()));
    }

    /** Owners by category, most bytes first; savings on lines of the ledger are a category of their own. */
    public List<Category> categories(List<Owner> owners) {
        Map<String, List<Owner>> groups = new TreeMap<>();
        owners.forEach(owner ->
                groups.computeIfAbsent(owner.category(), c -> new ArrayList<>()).add(owner));
        List<Category> categories = new ArrayList<>();
        groups.forEach((id, members) -> categories.add(new Category(
                id,
                members.stream().map(Owner::id).toList(),
                members.stream().mapToLong(Owner::bytes).sum(),
                members.stream()
                        .map(owner ->
                                byOwner.getOrDefault(owner.id(), Saving.NONE).cappedAt(owner.bytes()))
                        .reduce(Saving.NONE, Saving::plus))));
        categories.sort(
                Comparator.comparingLong(Category::beforeBytes).reversed().thenComparing(Category::id));
        List<String> lines = byOwner.keySet().stream()
                .filter(id -> !category.containsKey(id))
                .toList();
        if (!lines.isEmpty()) {
            categories.add(new Category(
                    PROCESS,
                    lines,
                    lines.stream().mapToLong(id -> before.getOrDefault(id, 0L)).sum(),
                    lines.stream().map(byOwner::get).reduce(Saving.NONE, Saving::plus)));
        }
        return categories;
    }

    /** Before is the resident size where it is known, else what the categories add up to. */
    public Totals totals(List<Category> categories) {
        long all = memory.rssBytes()
                .orElse(categories.stream().mapToLong(Category::beforeBytes).sum());
        Saving saving = categories.stream().map(Category::saving).reduce(Saving.NONE, Saving::plus);
        return new Totals(all, saving.cappedAt(all));
    }
}
