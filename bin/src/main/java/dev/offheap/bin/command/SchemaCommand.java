package dev.offheap.bin.command;

import dev.offheap.bin.ExitCode;
import dev.offheap.reports.json.JsonReport;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code offheap schema}: the JSON Schema of the JSON report. */
public final class SchemaCommand implements Command {
    @Override
    public String name() {
        return "schema";
    }

    @Override
    public String arguments() {
        return "";
    }

    @Override
    public String summary() {
        return "prints the JSON Schema of the JSON report";
    }

    @Override
    public String example() {
        return "offheap schema > offheap-report.schema.json";
    }

    @Override
    public Options options() {
        return new Options();
    }

    @Override
    public int run(CommandLine line, Console console) {
        console.out().print(JsonReport.schema());
        return ExitCode.DONE;
    }
}
