package dev.offheap.classifiers;

import dev.offheap.classifiers.ledger.Ledger;
import java.util.List;
import java.util.OptionalLong;

/**
 * Narrows what owners are modelled to hold by what was measured: no library holds more of the C heap than all native
 * libraries together were seen to hold.
 */
final class MeasuredBound {
    private final OptionalLong measured;
    private final DumpShare dump;

    MeasuredBound(Ledger ledger, DumpShare dump) {
        this.dump = dump;
        measured = ledger.lines().stream()
                .filter(line -> line.id().equals("c-heap.jni"))
                .mapToLong(LedgerLine::bytes)
                .findFirst();
    }

    List<Owner> narrow(List<Owner> owners) {
        return measured.isEmpty()
                ? owners
                : owners.stream()
                        .map(owner -> narrow(owner, measured.getAsLong()))
                        .toList();
    }

    private Owner narrow(Owner owner, long all) {
        DumpShare.Modelled modelled = dump.jni().get(owner.id());
        long beyond = modelled == null ? 0 : modelled.high() - all;
        return beyond <= 0 ? owner : owner.atMost(Math.max(0, owner.highBytes() - beyond));
    }
}
