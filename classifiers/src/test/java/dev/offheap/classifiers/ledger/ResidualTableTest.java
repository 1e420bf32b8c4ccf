package dev.offheap.classifiers.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.offheap.classifiers.Basis;
import dev.offheap.classifiers.LedgerLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ResidualTableTest {
    private static final Path TABLE = Path.of("src", "test", "resources", "residuals.md");

    private static final List<String> SETS = Captured.WHOLE;

    /** The table of the README; after a change that is meant, run with {@code -Dresiduals.write} and look at it. */
    @Test
    void theTableOfResidualsIsThatOfTheCode() throws IOException {
        String table = table();
        if (System.getProperty("residuals.write") != null) {
            Files.createDirectories(TABLE.getParent());
            Files.writeString(TABLE, table);
        }
        assertEquals(Files.readString(TABLE), table);
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| inputs | not explained, % of RSS |");
        SETS.forEach(set -> table.append(' ').append(set).append(" |"));
        table.append("\n|---|---|").append("---|".repeat(SETS.size())).append('\n');
        for (Inputs inputs : Inputs.values()) {
            double worst = 0;
            StringBuilder cells = new StringBuilder();
            for (String set : SETS) {
                Ledger ledger = Captured.ledger(set, inputs.files());
                double rss = Captured.bytes(ledger, "rss");
                double residual = 100 * Captured.bytes(ledger, "residual") / rss;
                double bounded = 100 * bounded(ledger) / rss;
                worst = Math.abs(residual) > Math.abs(worst) ? residual : worst;
                cells.append(String.format(Locale.ROOT, " %+.1f", residual));
                cells.append(bounded >= 0.5 ? String.format(Locale.ROOT, " (%.0f) |", bounded) : " |");
            }
            table.append(String.format(Locale.ROOT, "| %s | at most %+.1f |%s%n", inputs.label(), worst, cells));
        }
        return table.append("\nIn brackets: % of RSS under lines of which only a bound is known.\n")
                .toString();
    }

    private static double bounded(Ledger ledger) {
        Set<String> parents =
                ledger.lines().stream().flatMap(line -> line.parent().stream()).collect(Collectors.toSet());
        return ledger.lines().stream()
                .filter(line -> line.basis() == Basis.BOUNDED && !parents.contains(line.id()))
                .mapToLong(LedgerLine::bytes)
                .sum();
    }
}
