package dev.offheap.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The contract {@code offheap-report/1}: the JSON report is this value, the other formats show it. Bytes are whole
 * numbers; what is unknown is left out (null). Fields may be added, none is renamed or removed.
 *
 * @param schema always {@code offheap-report/1}
 * @param budget what came of the limits that were given; null when none were
 * @param privacy how much of names it shows; null for the usual
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Report(
        String schema,
        Tool tool,
        Subject subject,
        String verdict,
        List<Input> inputs,
        Memory memory,
        List<LedgerEntry> ledger,
        List<Owner> owners,
        List<Buffers> buffers,
        List<Finding> findings,
        List<Category> categories,
        Totals totals,
        List<Alert> alerts,
        List<Warning> warnings,
        Budget budget,
        Privacy privacy) {
    /** Name and version of this contract. */
    public static final String SCHEMA = "offheap-report/1";

    /** The same report with what came of its limits. */
    public Report withBudget(Budget checked) {
        return with(subject, inputs, checked, privacy);
    }

    /** The same report with other names of its inputs. */
    public Report withInputs(List<Input> named) {
        return with(subject, named, budget, privacy);
    }

    /** The same report with a note of what it shows. */
    public Report withPrivacy(Privacy shown) {
        return with(subject, inputs, budget, shown);
    }

    /** The same report with the words that the process was started with. */
    public Report withArguments(List<String> words) {
        return with(
                new Subject(subject.runtime(), subject.runtimeVersion(), subject.pid(), subject.capturedAt(), words),
                inputs,
                budget,
                privacy);
    }

    private Report with(Subject newSubject, List<Input> newInputs, Budget newBudget, Privacy newPrivacy) {
        return new Report(
                schema,
                tool,
                newSubject,
                verdict,
                newInputs,
                memory,
                ledger,
                owners,
                buffers,
                findings,
                categories,
                totals,
                alerts,
                warnings,
                newBudget,
                newPrivacy);
    }

    public record Tool(String name, String version) {}

    /**
     * The process.
     *
     * @param arguments what it was started with; null unless somebody asked to show it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Subject(String runtime, String runtimeVersion, Long pid, String capturedAt, List<String> arguments) {
        /** The same process without what it was started with. */
        public Subject withoutArguments() {
            return new Subject(runtime, runtimeVersion, pid, capturedAt, null);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Input(String name, String kind, long bytes, String sha256, String status, String note) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Memory(
            Long rssBytes,
            Long heapBytes,
            Long nativeBytes,
            Long explainedBytes,
            Long residualBytes,
            Double residualShare) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LedgerEntry(String id, String parent, String label, long bytes, String basis, List<String> sources) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Owner(
            String id,
            String name,
            String runtime,
            String category,
            String risk,
            String version,
            long bytes,
            long lowBytes,
            long highBytes,
            Long residentBytes,
            String basis,
            double share,
            long objects,
            List<Pattern> patterns,
            List<String> natives,
            List<HeldFor> heldFor,
            List<Proof> evidence) {}

    public record Pattern(String label, long bytes, long lowBytes, long highBytes, long objects, String basis) {}

    public record HeldFor(String owner, long bytes) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Proof(String text, List<String> path) {}

    public record Buffers(String kind, long objects, long bytes, boolean counted) {}

    public record Finding(
            String id,
            String owner,
            String title,
            String status,
            String basis,
            long beforeBytes,
            Saving saving,
            List<Proof> evidence,
            Advice advice,
            List<String> verify) {}

    public record Saving(long lowBytes, long highBytes) {}

    public record Advice(String summary, List<String> steps, List<Snippet> snippets, String scope) {}

    public record Snippet(String language, String code) {}

    public record Category(
            String id,
            List<String> owners,
            long beforeBytes,
            long afterLowBytes,
            long afterHighBytes,
            long savingLowBytes,
            long savingHighBytes) {}

    public record Totals(
            long beforeBytes, long afterLowBytes, long afterHighBytes, long savingLowBytes, long savingHighBytes) {}

    public record Alert(String metric, long thresholdBytes, String why) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Warning(String code, String message, String input) {}

    /** @param breaches limits that were exceeded or could not be checked; empty when all were kept */
    public record Budget(List<Breach> breaches) {}

    /**
     * A limit that was not kept.
     *
     * @param id stable, for example {@code owner:netty}
     * @param actualBytes null where it is not known
     * @param message one line
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Breach(String id, Long actualBytes, Long limitBytes, String message) {}

    /**
     * How much of names a report shows.
     *
     * @param masked {@code none} or {@code strict}: whether names of the application were replaced
     * @param shown kinds that are left out of other reports and shown in this one
     */
    public record Privacy(String masked, List<String> shown) {}
}
