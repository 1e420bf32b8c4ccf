package dev.offheap.reports.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.offheap.parser.InputException;
import dev.offheap.reports.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a JSON report back, for comparing it with another. */
public final class ReportReader {
    /** Reports have some hundred KiB; what is larger than this is none. In bytes. */
    private static final long LARGEST = 256L << 20;

    /** The name of the contract stands in the first field; so many bytes are looked at for it. */
    private static final int HEAD = 256;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(50).build());
    }

    private ReportReader() {}

    /** Whether a file is a report of this tool, by its first bytes. */
    public static boolean isReport(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1).strip();
            return head.startsWith("{") && head.contains("\"offheap-report/");
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Reads a report.
     *
     * @throws InputException when it is no report of this contract, or not whole
     */
    public static Report read(Path file) throws InputException {
        String name = file.getFileName().toString();
        try {
            if (Files.size(file) > LARGEST) {
                throw new InputException(name, "", "it is too large for a report", "pass the JSON that --json wrote");
            }
            JsonNode tree = MAPPER.readTree(file.toFile());
            if (!Report.SCHEMA.equals(tree.path("schema").asText())) {
                throw new InputException(
                        name,
                        "",
                        "it follows another contract than " + Report.SCHEMA,
                        "write it anew with this version of offheap");
            }
            Optional<String> fault = new Shape(MAPPER.readTree(Contract.REPORT.schema())).fault(tree);
            if (fault.isPresent()) {
                throw new InputException(name, "", fault.get(), "pass the JSON as --json wrote it");
            }
            return MAPPER.treeToValue(tree, Report.class);
        } catch (JsonProcessingException e) {
            String place =
                    e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr();
            throw new InputException(name, place, "it is not whole JSON", "write the report anew");
        } catch (InputException e) {
            throw e;
        } catch (IOException e) {
            throw new InputException(name, "", "reading failed", "check its permissions");
        }
    }
}
