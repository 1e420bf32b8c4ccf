package dev.offheap.parser.nmt;

import java.util.List;
import java.util.Optional;

/**
 * What the JVM says in place of a report. {@code jcmd} ends with success all the same, so the file exists and holds
 * nothing else.
 *
 * @param code of the warning
 * @param message how the JVM's text begins
 * @param meaning what it means for the report, and what to do
 */
record NmtRefusal(String code, String message, String meaning) {
    private static final String SUMMARY = "jcmd PID VM.native_memory summary scale=B";

    private static final List<NmtRefusal> ALL = List.of(
            new NmtRefusal(
                    "nmt-not-enabled",
                    "Native memory tracking is not enabled",
                    "the JVM runs without it, so what it allocated itself is not known by category; start it with"
                            + " -XX:NativeMemoryTracking=summary and capture again"),
            new NmtRefusal(
                    "nmt-not-enabled",
                    "PrintNMTStatistics is disabled",
                    "the JVM ran without native memory tracking; start it with -XX:NativeMemoryTracking=summary"),
            new NmtRefusal(
                    "nmt-no-detail",
                    "Detail tracking is not enabled",
                    "the JVM tracks the summary only; ask for VM.native_memory summary, or start it with"
                            + " -XX:NativeMemoryTracking=detail"),
            new NmtRefusal(
                    "nmt-shut-down",
                    "Native memory tracking has been shutdown",
                    "the JVM stopped tracking, for lack of memory or by command; restart it to track again"),
            new NmtRefusal(
                    "nmt-downgraded",
                    "Tracking level has been downgraded due to lack of resources",
                    "the JVM keeps a summary only from here on; " + SUMMARY + " still works"),
            new NmtRefusal(
                    "nmt-bad-command",
                    "Incorrect scale value",
                    "the command was refused; ask with " + SUMMARY + " (JDK 8 and 11: scale=KB)"),
            new NmtRefusal(
                    "nmt-bad-command",
                    "At most one of the following option can be specified",
                    "the command was refused; ask with " + SUMMARY),
            new NmtRefusal("nmt-bad-command", "No command to execute", "the command was refused; ask with " + SUMMARY),
            new NmtRefusal(
                    "nmt-no-baseline",
                    "No baseline for comparison",
                    "there is nothing to compare with; run jcmd PID VM.native_memory baseline first"),
            new NmtRefusal(
                    "nmt-no-baseline",
                    "No detail baseline for comparison",
                    "the baseline has no details; ask for summary.diff"),
            new NmtRefusal(
                    "nmt-baseline",
                    "Baseline taken",
                    "this only starts a comparison; the figures come with VM.native_memory summary.diff"),
            new NmtRefusal(
                    "nmt-baseline",
                    "Baseline succeeded",
                    "this only starts a comparison; the figures come with VM.native_memory summary.diff"),
            new NmtRefusal(
                    "nmt-statistics",
                    "Native Memory Tracking Statistics:",
                    "these are the costs of the tracking itself, no figures of memory; ask with " + SUMMARY));

    static Optional<NmtRefusal> of(String line) {
        String text = line.strip();
        return ALL.stream().filter(r -> text.startsWith(r.message)).findFirst();
    }
}
