package dev.offheap.classifiers.owner;

import dev.offheap.classifiers.Basis;
import dev.offheap.classifiers.catalog.MemoryRule;
import dev.offheap.classifiers.formula.HeapRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Native memory that the catalog's rules find in fields, beside direct buffers: handles, addresses, known costs. */
final class RuleBlocks {
    private final Reachability alive;
    private final AddressRanges counted;
    private final List<NativeBlock> blocks = new ArrayList<>();

    RuleBlocks(Reachability alive, AddressRanges counted, List<CarrierRule> rules) {
        this.alive = alive;
        this.counted = counted;
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
        Basis basis = Basis.INVENTORY;
        if (memory.bytes().isPresent()) {
            long address =
                    memory.address().map(formula -> formula.number(carrier)).orElse(0L);
            typical = counted.claim(address, memory.bytes().get().number(carrier));
            low = typical;
            high = typical;
            basis = Basis.MEASURED;
        } else if (memory.model().isPresent()) {
            MemoryRule.Model model = memory.model().get();
            low = Math.max(0, model.low().number(carrier));
            typical = Math.max(low, model.typical().number(carrier));
            high = Math.max(typical, model.high().number(carrier));
            basis = Basis.MODELLED;
        } else if (memory.limit().isPresent()) {
            high = Math.max(0, memory.limit().get().number(carrier));
            basis = Basis.BOUNDED;
        }
        return new NativeBlock(
                carrier.id(),
                rule.holderOf(carrier),
                rule.owner(),
                Optional.of(memory.pattern() + suffix(carrier.id())),
                low,
                typical,
                high,
                basis,
                memory.space());
    }

    /** Native memory outlives the last reference to its handle: that is how leaks look. */
    private String suffix(int carrier) {
        return alive.known() && !alive.reachable(carrier) ? ", no longer referenced" : "";
    }

    List<NativeBlock> blocks() {
        return blocks;
    }
}
