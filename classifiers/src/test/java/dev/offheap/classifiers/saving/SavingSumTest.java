package dev.offheap.classifiers.saving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.offheap.classifiers.Basis;
import dev.offheap.classifiers.Category;
import dev.offheap.classifiers.Finding;
import dev.offheap.classifiers.LedgerLine;
import dev.offheap.classifiers.Memory;
import dev.offheap.classifiers.Owner;
import dev.offheap.classifiers.Risk;
import dev.offheap.classifiers.Saving;
import dev.offheap.parser.RuntimeKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SavingSumTest {
    @Test
    void savingsOnOnePartOverlapAndOnTwoPartsAddUp() {
        List<Owner> owners = List.of(owner("netty", 100, 100));

        SavingSum sum =
                sum(owners, on("netty", "pool", 10, 40), on("netty", "pool", 20, 30), on("netty", "leak", 5, 5));

        assertEquals(new Saving(25, 75), sum.categories(owners).get(0).saving());
    }

    @Test
    void noOwnerGivesBackMoreThanItHolds() {
        List<Owner> owners = List.of(owner("netty", 100, 100));

        SavingSum sum = sum(owners, on("netty", "pool", 80, 90), on("netty", "leak", 70, 80));

        assertEquals(new Saving(100, 100), sum.categories(owners).get(0).saving());
    }

    @Test
    void whatIsInALimitedCacheIsSavedFromTheMemoryThatHasNoName() {
        List<Owner> owners = List.of(owner("rocksdb", 3, 200), owner(Owner.UNATTRIBUTED, 110, 110));

        List<Category> categories = sum(owners, on("rocksdb", "caches", 0, 160)).categories(owners);

        assertEquals(new Saving(0, 110), categories.get(0).saving());
        assertEquals(new Saving(0, 3), categories.get(1).saving());
    }

    @Test
    void aLineOfTheLedgerIsACategoryOfItsOwnAndTheTotalIsNeverMoreThanTheProcess() {
        List<Owner> owners = List.of(owner("netty", 90, 90));
        LedgerLine retained =
                new LedgerLine("c-heap.retained", Optional.of("rss"), "", 60, Basis.MEASURED, List.of("vm-info"));
        Memory memory = new Memory(
                OptionalLong.of(120),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty());

        SavingSum sum = new SavingSum(
                List.of(on("netty", "pool", 80, 90), on("c-heap.retained", "", 40, 60)),
                owners,
                List.of(retained),
                memory);
        List<Category> categories = sum.categories(owners);

        assertEquals(new Saving(40, 60), categories.get(1).saving());
        assertEquals(120, sum.totals(categories).beforeBytes());
        assertEquals(new Saving(120, 120), sum.totals(categories).saving());
    }

    private static SavingSum sum(List<Owner> owners, RatedFinding... findings) {
        return new SavingSum(List.of(findings), owners, List.of(), Memory.UNKNOWN);
    }

    private static RatedFinding on(String owner, String part, long low, long high) {
        return new RatedFinding(
                new Finding(
                        owner + "." + part,
                        owner,
                        "",
                        Finding.Status.OPEN,
                        Basis.MEASURED,
                        high,
                        new Saving(low, high),
                        List.of(),
                        new Finding.Advice("", List.of(), List.of(), Finding.Scope.ANY),
                        List.of()),
                part);
    }

    private static Owner owner(String id, long bytes, long high) {
        return new Owner(
                id,
                id,
                RuntimeKind.JVM,
                id,
                Risk.LOW,
                Optional.empty(),
                bytes,
                bytes,
                high,
                OptionalLong.empty(),
                Basis.MEASURED,
                0,
                1,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
