package dev.offheap.reports.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.offheap.reports.Report;
import java.util.List;

/**
 * The contract {@code offheap-comparison/1}. Bytes are whole numbers; a change is after less before, so growth is positive.
 *
 * @param verdict one sentence
 * @param memory resident, heap, native, residual: those that both reports know
 * @param ledger leaves and inner lines in the order of the ledgers, those with a size in either
 * @param owners largest change first
 * @param findings new ones first, then gone, then those that stay
 * @param promises what the findings that are gone or applied were to give back, by owner
 * @param notes what cannot be compared and why
 */
public record Comparison(
        String schema,
        Report.Tool tool,
        String verdict,
        Side before,
        Side after,
        List<Change> memory,
        List<Change> ledger,
        List<Change> owners,
        List<FindingChange> findings,
        List<Promise> promises,
        List<String> notes) {
    /** Name and version of this contract. */
    public static final String SCHEMA = "offheap-comparison/1";

    /** One of the two. */
    public record Side(Report.Subject subject, String verdict) {}

    /**
     * A size before and after.
     *
     * @param parent for a line of the ledger the line it is part of
     * @param status {@code new}, {@code gone} or {@code both}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(
            String id,
            String parent,
            String label,
            String status,
            long beforeBytes,
            long afterBytes,
            long changeBytes) {}

    /**
     * A finding of either.
     *
     * @param status {@code new}, {@code gone} or {@code still}; {@code applied} when its remedy is in place now
     * @param saving what it promises, as the newer of the reports that have it says
     */
    public record FindingChange(String id, String owner, String title, String status, Report.Saving saving) {}

    /**
     * What following advice was to give back from one owner, and what its size did.
     *
     * @param findings ids of those that were open before and are gone or applied after
     * @param observedBytes by how much the owner shrank; negative when it grew
     * @param outcome {@code kept} within the range, {@code more} beyond it, {@code less} below it, {@code none} no shrinking
     */
    public record Promise(
            String owner,
            String name,
            List<String> findings,
            long lowBytes,
            long highBytes,
            long observedBytes,
            String outcome) {}
}
