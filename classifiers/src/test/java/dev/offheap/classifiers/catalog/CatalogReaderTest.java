package dev.offheap.classifiers.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CatalogReaderTest {
    private static final String ENTRY = """
            id: frames
            name: Frames
            runtime: jvm
            category: imaging
            risk: high
            about: Frames in native memory.
            memory:
              - pattern: frames
                class: com.acme.Frame
                bytes: width * height
            findings:
              - id: unclosed
                title: "${dropped} frames"
                measures:
                  dropped: {class: com.acme.Frame, reach: unreachable}
                when: dropped > 0
                basis: measured
                low: dropped * 4
                high: bytes
                advice: {summary: close them}
            """;

    @Test
    void aRightEntryIsReadAndSaysThatNothingOfItWasTried() {
        Library library = read(ENTRY);

        assertEquals("frames", library.id());
        assertEquals(Library.Checked.UNVERIFIED, library.checked());
    }

    @Test
    void anUnknownKeyIsRefusedWithItsLine() {
        assertRefused("colour: blue\n" + ENTRY, "frames.yaml line 1", "colour");
    }

    @Test
    void aBrokenFormulaIsRefusedWithItsLineAndText() {
        assertRefused(ENTRY.replace("width * height", "width * * height"), "frames.yaml line 10", "width * * height");
    }

    @Test
    void aNameThatNothingDefinesIsRefusedInAFormula() {
        assertRefused(ENTRY.replace("low: dropped", "low: droped"), "nothing defines droped", "dropped");
    }

    @Test
    void aNameThatNothingDefinesIsRefusedInAText() {
        assertRefused(ENTRY.replace("${dropped} frames", "${bytes:lost} frames"), "nothing defines lost");
    }

    @Test
    void twoWaysToSayHowMuchAreRefused() {
        assertRefused(ENTRY.replace("    bytes: width", "    present: true\n    bytes: width"), "exactly one of");
    }

    @Test
    void whatIsNoYamlIsRefusedWithItsLine() {
        assertRefused("id: frames\n  name: [", "frames.yaml line ");
    }

    private static void assertRefused(String yaml, String... parts) {
        String message = assertThrows(CatalogException.class, () -> read(yaml)).getMessage();
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
        assertEquals(1, message.lines().count(), message);
    }

    private static Library read(String yaml) {
        return CatalogReader.read("frames.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }
}
