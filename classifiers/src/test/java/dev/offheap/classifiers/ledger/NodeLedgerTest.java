package dev.offheap.classifiers.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offheap.classifiers.DumpShare;
import dev.offheap.classifiers.LedgerLine;
import dev.offheap.classifiers.owner.v8.NativeShare;
import dev.offheap.parser.Captures;
import dev.offheap.parser.Evidence;
import dev.offheap.parser.RuntimeKind;
import dev.offheap.parser.node.IsolateHeap;
import dev.offheap.parser.node.NodeCaptures;
import dev.offheap.parser.node.NodeMemory;
import dev.offheap.parser.node.NodeReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class NodeLedgerTest {
    private static final OptionalLong NONE = OptionalLong.empty();

    private static final NodeReport REPORT = new NodeReport(
            "report.json",
            Optional.of("20.20.2"),
            OptionalLong.of(42),
            Optional.empty(),
            "GetReport",
            OptionalLong.of(100_000_000),
            Optional.of(new IsolateHeap(0, 20_000_000, 15_000_000, 4_000_000_000L, 30_000_000, 400_000)),
            List.of(new IsolateHeap(1, 6_000_000, 4_000_000, 4_000_000_000L, 2_000_000, 300_000)),
            List.of());

    @Test
    void aReportAloneDividesHeapsExternalMemoryAndTheRest() {
        Ledger ledger = ledger(new NodeCaptures(List.of(), List.of(REPORT), List.of(), List.of(), List.of()));
        Map<String, Long> lines = bytes(ledger);
        assertEquals(100_000_000, lines.get("rss"));
        assertEquals(20_000_000, lines.get("heap.main"));
        assertEquals(6_000_000, lines.get("heap.workers"));
        assertEquals(32_000_000, lines.get("external"));
        assertEquals(700_000, lines.get("v8-malloc"));
        assertEquals(100_000_000 - 26_000_000 - 32_000_000 - 700_000, lines.get("residual"));
        assertTrue(ledger.warnings().get(0).message().contains("heap snapshot"));
    }

    @Test
    void memoryUsageAloneDividesWhatItSays() {
        NodeMemory memory = new NodeMemory(
                "memory.json",
                OptionalLong.of(80_000_000),
                OptionalLong.of(18_000_000),
                OptionalLong.of(15_000_000),
                OptionalLong.of(9_000_000),
                NONE,
                NONE,
                NONE,
                NONE);
        Map<String, Long> lines =
                bytes(ledger(new NodeCaptures(List.of(), List.of(), List.of(memory), List.of(), List.of())));
        assertEquals(18_000_000, lines.get("heap.main"));
        assertEquals(9_000_000, lines.get("external.main"));
        assertEquals(53_000_000, lines.get("residual"));
    }

    @Test
    void withoutAResidentSizeThereIsNoLedgerAndAWordOnWhatWouldTellIt() {
        Ledger ledger = ledger(NodeCaptures.NONE);
        assertEquals(List.of(), ledger.lines());
        assertTrue(ledger.warnings().get(0).message().contains("smaps"));
    }

    @Test
    void modelledMemoryHasALineForEachLibrary() {
        NativeShare share = new NativeShare(
                List.of(), 0, List.of(), 0, List.of(), Map.of("openssl", new DumpShare.Modelled("OpenSSL", 1, 2, 3)));
        Ledger ledger = NodeLedger.of(
                evidence(new NodeCaptures(List.of(), List.of(REPORT), List.of(), List.of(), List.of())), share);
        assertEquals(2, bytes(ledger).get("modelled.openssl"));
    }

    private static Ledger ledger(NodeCaptures node) {
        return NodeLedger.of(evidence(node), NativeShare.NONE);
    }

    private static Evidence evidence(NodeCaptures node) {
        return new Evidence(RuntimeKind.NODE, List.of(), Optional.empty(), Captures.NONE, node, List.of());
    }

    private static Map<String, Long> bytes(Ledger ledger) {
        return ledger.lines().stream().collect(Collectors.toMap(LedgerLine::id, LedgerLine::bytes));
    }
}
