package dev.offheap.classifiers.owner;

import dev.offheap.classifiers.Basis;
import dev.offheap.classifiers.catalog.MemoryRule;
import dev.offheap.classifiers.formula.HeapRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Native memory that the catalog's rules find in fields, beside direct buffers: handles, addresses, known costs. */
final class RuleBlocks {
    private final Reachability alive;
    private final AddressRanges counted;
    private final Residency residency;
    private final List<NativeBlock> blocks = new ArrayList<>();

    RuleBlocks(Reachability alive, AddressRanges counted, Residency residency, List<CarrierRule> rules) {
        this.alive = alive;
        this.counted = counted;
        this.residency = residency;
        for (CarrierRule rule : rules) {
            if (rule.rule().buffers().isEmpty()) {
                rule.forEachCarrier(carrier -> blocks.add(block(rule, carrier)));
            }
        }
    }

    private NativeBlock block(CarrierRule rule, HeapRef carrier) {
        MemoryRule memory = rule.rule();
        long low = 0;
        long typical = 0;
        long high = 0;
        OptionalLong resident = OptionalLong.empty();
        Basis basis = Basis.INVENTORY;
        if (memory.bytes().isPresent()) {
            Claimed claimed = measured(memory, carrier);
            typical = claimed.bytes();
            resident = claimed.residentBytes();
            low = typical;
            high = typical;
            basis = Basis.MEASURED;
        } else if (memory.model().isPresent()) {
            MemoryRule.Model model = memory.model().get();
            high = counted.claim(address(memory, carrier), model.high().number(carrier));
            typical = Math.min(high, Math.max(0, model.typical().number(carrier)));
            low = Math.min(typical, Math.max(0, model.low().number(carrier)));
            basis = Basis.MODELLED;
        } else if (memory.limit().isPresent()) {
            high = Math.max(0, memory.limit().get().number(carrier));
            basis = Basis.BOUNDED;
        }
        return new NativeBlock(
                carrier.id(),
                rule.holderOf(carrier),
                rule.owner(),
                Optional.of(rule.pattern(carrier)),
                isDropped(memory, carrier.id()),
                low,
                typical,
                high,
                resident,
                basis,
                memory.space());
    }

    private Claimed measured(MemoryRule memory, HeapRef carrier) {
        if (memory.items().isEmpty()) {
            return claim(memory, carrier);
        }
        Claimed all = new Claimed(0, OptionalLong.of(0));
        if (memory.items().get().evaluate(carrier) instanceof List<?> items) {
            for (Object item : items) {
                all = item instanceof HeapRef part ? all.plus(claim(memory, part)) : all;
            }
        }
        return all;
    }

    private Claimed claim(MemoryRule memory, HeapRef part) {
        long address = address(memory, part);
        long bytes = counted.claim(address, memory.bytes().orElseThrow().number(part));
        return new Claimed(bytes, residency.bytes(address, bytes));
    }

    /** Bytes that were not counted before, and how many of them were in memory. */
    private record Claimed(long bytes, OptionalLong residentBytes) {
        Claimed plus(Claimed other) {
            return new Claimed(
                    bytes + other.bytes,
                    residentBytes.isPresent() && other.residentBytes.isPresent()
                            ? OptionalLong.of(residentBytes.getAsLong() + other.residentBytes.getAsLong())
                            : OptionalLong.empty());
        }
    }

    private static long address(MemoryRule memory, HeapRef part) {
        return memory.address().map(formula -> formula.number(part)).orElse(0L);
    }

    /**
     * Native memory outlives the last reference to its handle: that is how leaks look. A thread's stack does not; the
     * JVM just does not name its own threads as roots.
     */
    private boolean isDropped(MemoryRule memory, int carrier) {
        return memory.space() != MemoryRule.Space.STACK && alive.known() && !alive.reachable(carrier);
    }

    List<NativeBlock> blocks() {
        return blocks;
    }
}
