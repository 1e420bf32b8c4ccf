package dev.offheap.classifiers;

import dev.offheap.parser.InputFile;
import dev.offheap.parser.Warning;
import java.util.List;

/**
 * What is known of one process: the value that every report format is written from.
 *
 * @param ledger leaves under one root add up to the resident size when that is known
 * @param owners most bytes first
 * @param buffers direct buffers by kind: what was counted and what was not
 * @param findings largest saving first
 * @param categories owners grouped, with what is left when the open findings are followed
 */
public record Assessment(
        Subject subject,
        List<InputFile> inputs,
        Memory memory,
        List<LedgerLine> ledger,
        List<Owner> owners,
        List<BufferCount> buffers,
        List<Finding> findings,
        List<Category> categories,
        Totals totals,
        List<Alert> alerts,
        List<Warning> warnings) {
    public Assessment {
        inputs = List.copyOf(inputs);
        ledger = List.copyOf(ledger);
        owners = List.copyOf(owners);
        buffers = List.copyOf(buffers);
        findings = List.copyOf(findings);
        categories = List.copyOf(categories);
        alerts = List.copyOf(alerts);
        warnings = List.copyOf(warnings);
    }
}
