package dev.offheap.classifiers.ledger;

import dev.offheap.parser.nmt.NmtReport;

/** How old the JDK is that printed a report, by what it prints. */
final class NmtAge {
    private NmtAge() {}

    /** JDK 8 has no category for modules, and none of the later totals. */
    static boolean isBeforeJdk11(NmtReport report) {
        return report.malloc().isEmpty()
                && report.change().isEmpty()
                && report.category("Module").isEmpty()
                && report.category("Class").flatMap(c -> c.metadata()).isEmpty();
    }
}
