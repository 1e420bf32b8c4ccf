package dev.offheap.classifiers.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offheap.classifiers.ledger.AddressMap.Place;
import dev.offheap.parser.process.MemoryRegion;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressMapTest {
    private static final AddressMap MAP =
            Captured.read("jvm/gc_Parallel_25", e -> AddressMap.of(e).orElseThrow(), "smaps.txt", "nmt_detail_B.txt");
    private static final List<MemoryRegion> REGIONS =
            Captured.read("jvm/gc_Parallel_25", e -> e.captures().maps().get(0).regions(), "smaps.txt");

    @Test
    void knowsWhatLiesAtAnAddress() {
        assertEquals("heap", MAP.find(0xf0000008L).orElseThrow().kind());
        assertEquals("c-heap", MAP.find(start("[heap]") + 64).orElseThrow().kind());

        Place file = MAP.find(start("/mapped")).orElseThrow();
        assertEquals("files", file.kind());
        assertEquals("mapped.bin", file.name());
        assertFalse(file.isAnonymous());
        assertEquals(0.5, file.residentShare(), 0.01, "the program reads half of the file that it maps");

        assertEquals("libraries", MAP.find(start("librocksdbjni")).orElseThrow().kind());
        assertTrue(MAP.find(0x10).isEmpty());
    }

    @Test
    void tellsTheJdksImageFromDirectMemory() {
        Place image = MAP.find(start("/lib/modules")).orElseThrow();

        assertEquals("files", image.kind());
        assertEquals("modules", image.name());
        assertTrue(image.residentShare() < 0.05);
    }

    @Test
    void estimatesWhatIsResidentOfARange() {
        for (MemoryRegion region : REGIONS) {
            assertEquals(region.rss(), MAP.residentBytes(region.start(), region.bytes()), region.toString());
        }
        MemoryRegion first = REGIONS.get(0);
        MemoryRegion last = REGIONS.get(40);
        long all = REGIONS.subList(0, 41).stream().mapToLong(MemoryRegion::rss).sum();
        assertEquals(all, MAP.residentBytes(first.start(), last.end() - first.start()));
        assertEquals(0, MAP.residentBytes(0x10, 4096));
        assertEquals(0, MAP.residentBytes(first.start(), -5));
    }

    private static long start(String part) {
        return REGIONS.stream()
                .filter(r -> r.path().contains(part))
                .findFirst()
                .orElseThrow()
                .start();
    }
}
