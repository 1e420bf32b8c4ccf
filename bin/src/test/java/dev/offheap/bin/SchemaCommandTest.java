package dev.offheap.bin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaCommandTest {
    @TempDir
    Path folder;

    @Test
    void whatCommandsWriteOfEveryKindOfCaptureKeepsToWhatTheSchemasSay() throws IOException {
        Path budget = Files.writeString(folder.resolve("budget.yaml"), "rss: 1 MiB\n");
        Path night = EveryKind.in(folder.resolve("night"));
        Path out = folder.resolve("out");
        assertEquals(ExitCode.PART_FAILED, new Cli().run("batch", night, "-o", out, "--budget", budget));

        Schema report = schema("report");
        Schema comparison = schema("comparison");
        String before = null;
        for (String kind : EveryKind.GOOD) {
            Path json = out.resolve("incidents").resolve(kind).resolve("report.json");
            assertKept(report, Files.readString(json));
            if (before != null) {
                Cli compare = new Cli();
                assertEquals(ExitCode.DONE, compare.run("compare", before, json, "--json", "-"));
                assertKept(comparison, compare.out());
            }
            before = json.toString();
        }
        assertKept(schema("index"), Files.readString(out.resolve("index.json")));
    }

    @Test
    void withoutANameItIsTheSchemaOfTheReportAndAWrongNameIsRefused() {
        Cli none = new Cli();
        assertEquals(ExitCode.DONE, none.run("schema"));
        assertTrue(none.out().contains("offheap-report/1"));

        Cli wrong = new Cli();
        assertEquals(ExitCode.USAGE, wrong.run("schema", "owners"));
        assertTrue(wrong.err().contains("report, comparison, index"), wrong.err());
        assertEquals(ExitCode.USAGE, new Cli().run("schema", "report", "index"));
    }

    private static Schema schema(String name) {
        Cli cli = new Cli();
        assertEquals(ExitCode.DONE, cli.run("schema", name), cli.err());
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(cli.out());
    }

    private static void assertKept(Schema schema, String json) {
        assertEquals(List.of(), schema.validate(json, InputFormat.JSON));
    }
}
