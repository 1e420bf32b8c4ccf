package dev.offheap.parser.nmt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offheap.parser.Warning;
import dev.offheap.parser.capture.RealCaptures;
import dev.offheap.parser.text.Line;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NmtLinesTest {
    private static final String HEADER = "Native Memory Tracking:";

    @Test
    void understandsEveryLineOfEveryRealReport() throws Exception {
        int lines = 0;
        for (var path : RealCaptures.all()) {
            String name = path.toString();
            if (!name.contains("nmt_") || name.contains("statistics")) {
                continue;
            }
            List<String> text = List.of(text(name).split("\r?\n"));
            NmtReader reader = new NmtReader(name);
            for (int i = 0; i < text.size(); i++) {
                Line line = new Line(i + 1, text.get(i));
                boolean before = text.subList(0, i + 1).stream().noneMatch(HEADER::equals);
                if (reader.opens(line) || !before) {
                    assertTrue(reader.take(line), name + ": " + line);
                    lines++;
                }
            }
            reader.close();
            assertFalse(has(reader.warnings(), "nmt-unknown-line"), name);
            assertFalse(has(reader.warnings(), "nmt-sum"), name);
        }
        assertTrue(lines > 90_000, "lines read: " + lines);
    }

    @Test
    void listsALineOfAReportThatItDoesNotUnderstand() throws Exception {
        String text = RealCaptures.text("jvm/gc_Parallel_25/nmt_detail_B.txt");
        List<String> lines = List.of(text.split("\n"));
        Set<String> shapes = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean figures = line.strip().startsWith("(") && line.contains("=");
            // One line of each shape is enough: all of them by the same rule.
            if (figures && shapes.add(line.replaceAll("\\d+", "N").strip())) {
                List<String> broken = new ArrayList<>(lines);
                broken.set(i, line.replaceFirst("[a-z]+=", "newfigure="));
                assertTrue(
                        has(warnings(broken), "nmt-unknown-line"),
                        "passed over in silence: " + broken.get(i).strip());
            }
        }
        assertTrue(shapes.size() > 30, "shapes of lines: " + shapes.size());
    }

    @Test
    void acceptsCategoriesThatNoVersionHadYet() {
        List<String> report = List.of(
                HEADER,
                "Total: reserved=30KB, committed=20KB",
                "-                 Java Heap (reserved=20KB, committed=10KB)",
                "                            (mmap: reserved=20KB, committed=10KB)",
                "-         Quantum Foam (new) (reserved=10KB, committed=10KB)",
                "                            (malloc=10KB tag=Quantum Foam #3)");
        NmtReader reader = reader(report);

        assertEquals("Java Heap", reader.reports().get(0).categories().get(0).name());
        assertEquals(10240, reader.reports().get(0).categories().get(1).mallocBytes());
        assertTrue(reader.reports().get(0).complete());
    }

    @Test
    void countsOtherOutputInsideAReport() {
        List<String> report = List.of(
                HEADER,
                "Total: reserved=20KB, committed=20KB",
                "12:00:01 order service stopped",
                "-                 Java Heap (reserved=20KB, committed=20KB)",
                "                            (mmap: reserved=20KB, committed=20KB)",
                "bye");
        List<Warning> warnings = reader(report).warnings();

        assertEquals(
                List.of("nmt-mixed-output"),
                warnings.stream().map(Warning::code).toList());
        assertTrue(warnings.get(0).message().startsWith("line 3 "));
    }

    @Test
    void warnsWithTheNumbersWhenPartsDoNotAddUp() {
        List<String> report = List.of(
                HEADER,
                "Total: reserved=20, committed=20",
                "-                 Java Heap (reserved=20, committed=20)",
                "                            (mmap: reserved=20, committed=15)");
        List<Warning> warnings = reader(report).warnings();

        assertEquals(1, warnings.size());
        assertEquals("nmt-sum", warnings.get(0).code());
        assertTrue(warnings.get(0).message().contains("15")
                && warnings.get(0).message().contains("20"));
    }

    @Test
    void doesNotTrustNumbersThatFitNoLong() {
        List<String> report = List.of(
                HEADER,
                "Total: reserved=99999999999999999999KB, committed=20KB",
                "-                 Java Heap (reserved=9223372036854775807KB, committed=20KB)");

        assertTrue(has(warnings(report), "nmt-cut"));
    }

    @Test
    void readsAReportCutAnywhereWithoutFailing() throws Exception {
        String text = RealCaptures.text("jvm/gc_Z_17/nmt_summary_B.txt");
        int total = text.indexOf("committed=", text.indexOf("Object Monitors"));
        for (int end = 0; end < text.length(); end += 7) {
            NmtReader reader = reader(List.of(text.substring(0, end).split("\n")));
            for (NmtReport report : reader.reports()) {
                assertTrue(end >= total || !report.complete(), "taken for complete at " + end);
            }
        }
    }

    private static List<Warning> warnings(List<String> lines) {
        return reader(lines).warnings();
    }

    private static NmtReader reader(List<String> lines) {
        NmtReader reader = new NmtReader("test");
        boolean open = false;
        for (int i = 0; i < lines.size(); i++) {
            Line line = new Line(i + 1, lines.get(i));
            open |= reader.opens(line);
            if (open) {
                reader.take(line);
            }
        }
        reader.close();
        return reader;
    }

    private static boolean has(List<Warning> warnings, String code) {
        return warnings.stream().anyMatch(w -> w.code().equals(code));
    }

    private static String text(String path) throws Exception {
        String root =
                java.nio.file.Path.of("src", "test", "resources", "captures").toString();
        String name = path.substring(root.length() + 1, path.length() - 3);
        return RealCaptures.text(name);
    }
}
