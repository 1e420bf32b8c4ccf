package dev.offheap.parser.v8;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.offheap.parser.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SourceMapReaderTest {
    /** Line 0: from column 0 the first source, from 9 the second; line 1: nothing up to column 4, then the first. */
    private static final String MAP =
            "{\"version\":3,\"sources\":[\"../a.js\",\"../node_modules/ws/b.js\"],\"sourcesContent\":[\"x\",\"y\"],"
                    + "\"names\":[],\"mappings\":\"AAAA,SCAA;IDCA\"}";

    @Test
    void tellsTheSourceOfAPlace() throws IOException {
        SourceMap map = read(MAP, "bundle.js.map");
        assertEquals("bundle.js", map.script());
        assertEquals(Optional.of("../a.js"), map.sourceAt(0, 0));
        assertEquals(Optional.of("../a.js"), map.sourceAt(0, 8));
        assertEquals(Optional.of("../node_modules/ws/b.js"), map.sourceAt(0, 9));
        assertEquals(Optional.of("../node_modules/ws/b.js"), map.sourceAt(0, 5_000));
        assertEquals(Optional.empty(), map.sourceAt(1, 3));
        assertEquals(Optional.of("../a.js"), map.sourceAt(1, 4));
        assertEquals(Optional.empty(), map.sourceAt(7, 0));
    }

    @Test
    void theFileThatItNamesComesBeforeItsOwnName() throws IOException {
        assertEquals(
                "out.js",
                read(MAP.replace("\"names\"", "\"file\":\"dist/out.js\",\"names\""), "x.map")
                        .script());
    }

    @Test
    void refusesWhatIsCutOrPointsNowhere() {
        for (String broken : new String[] {
            MAP.substring(0, 80),
            MAP.replace("SCAA", "SEAA"),
            MAP.replace("SCAA", "S!AA"),
            MAP.replace("mappings", "sections"),
            MAP.replace("[\"../a.js\",\"../node_modules/ws/b.js\"]", "\"../a.js\""),
            MAP.replace("[\"../a.js\",\"../node_modules/ws/b.js\"]", "{\"0\":\"../a.js\"}")
        }) {
            assertThrows(InputException.class, () -> read(broken, "bundle.js.map"), broken);
        }
    }

    private static SourceMap read(String json, String name) throws IOException {
        return SourceMapReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), name);
    }
}
