package dev.offheap.reports.index;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.offheap.reports.Report;
import java.util.List;

/**
 * The contract {@code offheap-index/1}. Bytes are whole numbers; what is unknown is left out (null).
 *
 * @param verdict one sentence
 * @param incidents by group, then by time, then by id
 * @param owners over all incidents, most bytes first
 */
public record Index(
        String schema, Report.Tool tool, String verdict, List<Incident> incidents, List<OwnerTotal> owners) {
    /** Name and version of this contract. */
    public static final String SCHEMA = "offheap-index/1";

    /**
     * One incident.
     *
     * @param id path of its folder below the batch's
     * @param group what its trend is taken over: incidents whose ids differ in their numbers only
     * @param status {@code done} or {@code failed}
     * @param report path of its report below the output folder; null where it failed
     * @param rssChangeBytes resident size less that of the incident before it in its group; null where either is unknown
     * @param breaches limits of the budget that it does not keep; null when none were given
     * @param failure why there is no report, one line
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Incident(
            String id,
            String group,
            String status,
            String report,
            String capturedAt,
            String runtime,
            Long rssBytes,
            Long rssChangeBytes,
            Long nativeBytes,
            String topOwner,
            Long topOwnerBytes,
            Report.Saving saving,
            Integer breaches,
            String verdict,
            String failure) {}

    /**
     * An owner over all incidents.
     *
     * @param incidents in how many it holds memory
     * @param bytes over all of them
     * @param mostBytes in the incident where it holds most
     * @param mostIn id of that incident
     */
    public record OwnerTotal(
            String id, String name, String category, int incidents, long bytes, long mostBytes, String mostIn) {}
}
