package dev.offheap.parser.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offheap.parser.Evidence;
import dev.offheap.parser.InputException;
import dev.offheap.parser.InputFile;
import dev.offheap.parser.InputFile.Status;
import dev.offheap.parser.Warning;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceReaderTest {
    @TempDir
    private Path folder;

    @Test
    void readsAnErrorLogWithAllThatIsInIt() {
        try (Evidence evidence = RealCaptures.read("jvm/nmtsum_17_hs_err.log")) {
            assertEquals("hs-err", evidence.inputs().get(0).kind());
            assertEquals(1, evidence.captures().nmt().size());
            assertEquals(1, evidence.captures().maps().size());
            assertEquals(OptionalLong.of(21692), evidence.captures().pid());
            assertEquals("17.0.15+6", evidence.captures().runtimeVersion().orElseThrow());
            assertEquals(
                    Instant.parse("2026-11-23T03:35:45Z"), evidence.capturedAt().orElseThrow());
            assertEquals(List.of(), evidence.warnings());
        }
    }

    @Test
    void goesByContentAndNotByName() throws IOException {
        Path odd = folder.resolve("heap.hprof");
        Files.writeString(odd, RealCaptures.text("jvm/gc_G1_17/status.txt"));
        try (Evidence evidence = read(odd)) {
            assertEquals("status", evidence.inputs().get(0).kind());
        }
    }

    @Test
    void readsSeveralReportsFromOneFile() throws IOException {
        Path all = folder.resolve("all.txt");
        Files.writeString(
                all,
                RealCaptures.text("jvm/gc_G1_17/nmt_summary.txt")
                        + RealCaptures.text("jvm/gc_G1_17/smaps_rollup.txt")
                        + RealCaptures.text("jvm/gc_G1_17/status.txt")
                        + RealCaptures.text("jvm/gc_G1_17/nmt_summary_B.txt")
                        + RealCaptures.text("jvm/gc_G1_17/smaps.txt"));
        try (Evidence evidence = read(all)) {
            assertEquals(List.of(), evidence.warnings());
            assertEquals(2, evidence.captures().nmt().size());
            assertEquals(1, evidence.captures().rollups().size());
            assertEquals(1, evidence.captures().statuses().size());
            assertEquals(1, evidence.captures().maps().size());
            assertEquals(344, evidence.captures().maps().get(0).regions().size());
        }
    }

    @Test
    void namesEveryBadFileAndStillReadsTheOthers() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "call me back");
        Path empty = Files.createFile(folder.resolve("empty.txt"));
        Path binary = Files.write(folder.resolve("blob.bin"), new byte[] {1, 0, 2, 0});
        Path archive = Files.write(folder.resolve("all.zip"), new byte[] {'P', 'K', 3, 4, 0});
        Path missing = folder.resolve("gone.txt");
        Path good = RealCaptures.path("jvm/gc_G1_17/nmt_summary.txt");
        Path off = RealCaptures.path("quirks/not_enabled.txt");
        try (Evidence evidence = read(text, empty, binary, archive, missing, good, off)) {
            assertEquals(
                    List.of(
                            "not-recognised",
                            "empty-file",
                            "not-recognised",
                            "not-recognised",
                            "missing-file",
                            "nmt-not-enabled"),
                    evidence.warnings().stream().map(Warning::code).toList());
            assertEquals(
                    List.of(
                            Status.FAILED,
                            Status.FAILED,
                            Status.FAILED,
                            Status.FAILED,
                            Status.FAILED,
                            Status.READ,
                            Status.IGNORED),
                    evidence.inputs().stream().map(InputFile::status).toList());
            assertEquals(1, evidence.captures().nmt().size());
        }
    }

    @Test
    void keepsDigestAndSizeOfTheFileAsItLiesOnDisk() throws Exception {
        Path path = RealCaptures.path("jvm/gc_G1_17/smaps.txt");
        byte[] disk = Files.readAllBytes(path);
        try (Evidence evidence = read(path)) {
            InputFile input = evidence.inputs().get(0);
            assertEquals(disk.length, input.bytes());
            assertEquals(
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(disk)),
                    input.sha256().orElseThrow());
        }
    }

    @Test
    void readsWhatACutCompressedFileStillHolds() throws IOException {
        byte[] whole = Files.readAllBytes(RealCaptures.path("jvm/gc_G1_17/nmt_detail_B.txt"));
        Path cut = Files.write(folder.resolve("nmt.txt.gz"), java.util.Arrays.copyOf(whole, whole.length / 2));
        try (Evidence evidence = read(cut)) {
            assertEquals(Status.PARTIAL, evidence.inputs().get(0).status());
            assertTrue(evidence.warnings().stream().anyMatch(w -> w.code().equals("cut-gzip")));
            assertEquals(1, evidence.captures().nmt().size());
        }
    }

    @Test
    void readsAFolderByNameAndLeavesHiddenFilesAlone() throws IOException {
        Files.writeString(folder.resolve("b.txt"), RealCaptures.text("jvm/gc_G1_17/status.txt"));
        Files.createDirectories(folder.resolve("a"));
        Files.writeString(folder.resolve("a/nmt.txt"), RealCaptures.text("jvm/gc_G1_17/nmt_summary.txt"));
        Files.writeString(folder.resolve(".hidden"), "no");
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        try (Evidence evidence = read(folder)) {
            assertEquals(
                    List.of("a/nmt.txt", "b.txt"),
                    evidence.inputs().stream().map(InputFile::name).toList());
        }
    }

    @Test
    void givesFilesOfTheSameNameDifferentNames() throws IOException {
        Path one = Files.createDirectories(folder.resolve("one")).resolve("nmt.txt");
        Path two = Files.createDirectories(folder.resolve("two")).resolve("nmt.txt");
        Files.writeString(one, RealCaptures.text("jvm/gc_G1_17/nmt_summary.txt"));
        Files.writeString(two, RealCaptures.text("jvm/gc_Z_17/nmt_summary.txt"));
        try (Evidence evidence = read(one, two, one)) {
            assertEquals(
                    List.of("nmt.txt", "nmt.txt (2)"),
                    evidence.inputs().stream().map(InputFile::name).toList());
        }
    }

    @Test
    void readsUtf16AsAWindowsShellWritesIt() throws IOException {
        Path path = folder.resolve("nmt.txt");
        Files.write(
                path, ("\uFEFF" + RealCaptures.text("quirks/locale_de_jdk25.txt")).getBytes(StandardCharsets.UTF_16LE));
        try (Evidence evidence = read(path)) {
            assertEquals(20, evidence.captures().nmt().get(0).categories().size());
        }
    }

    @Test
    void survivesLinesWithoutEndAndEndlessArchives() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            byte[] block = new byte[1 << 20];
            java.util.Arrays.fill(block, (byte) 'x');
            for (int i = 0; i < 200; i++) {
                out.write(block);
            }
        }
        Path path = Files.write(folder.resolve("bomb.gz"), packed.toByteArray());
        try (Evidence evidence = read(path)) {
            assertEquals("not-recognised", evidence.warnings().get(0).code());
        }
    }

    @Test
    void readsTheHeapDumpThatWasWrittenLastAndListsTheOthersWithTheirDigests() throws Exception {
        byte[] header = "JAVA PROFILE 1.0.2\0\0\0\0\10\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        for (String name : List.of("a.hprof", "b.hprof", "c.hprof")) {
            byte[] dump = java.util.Arrays.copyOf(header, header.length + 1);
            dump[header.length] = (byte) (name.equals("b.hprof") ? 9 : 1);
            Files.write(folder.resolve(name), dump);
        }
        List<String> opened = new java.util.ArrayList<>();
        HeapReader refusing = (file, name) -> {
            opened.add(name);
            throw new InputException(name, "", "it is only a header", "dump again");
        };
        try (Evidence evidence = EvidenceReader.read(List.of(folder), EvidenceReader.Options.with(refusing))) {
            assertEquals(List.of("b.hprof"), opened);
            assertEquals(
                    List.of(Status.IGNORED, Status.FAILED, Status.IGNORED),
                    evidence.inputs().stream().map(InputFile::status).toList());
            for (InputFile input : evidence.inputs()) {
                byte[] disk = Files.readAllBytes(folder.resolve(input.name()));
                assertEquals(disk.length, input.bytes());
                assertEquals(
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(disk)),
                        input.sha256().orElseThrow());
            }
        }
    }

    @Test
    void saysInOneLineWhyAHeapDumpCouldNotBeOpened() throws IOException {
        Path dump = Files.writeString(folder.resolve("heap.hprof"), "JAVA PROFILE 1.0.2\0........");
        HeapReader refusing = (file, name) -> {
            throw new InputException(name, "at byte 19", "the dump ends after its header", "dump again");
        };
        try (Evidence evidence = EvidenceReader.read(List.of(dump), EvidenceReader.Options.with(refusing))) {
            assertEquals(Status.FAILED, evidence.inputs().get(0).status());
            assertEquals(
                    "at byte 19 the dump ends after its header; dump again",
                    evidence.warnings().get(0).message());
        }
    }

    @Test
    void knowsEveryFileOfARealFolder() {
        for (String set : List.of("gc_G1_17", "gc_Parallel_25", "gc_Serial_25", "gc_Z_17", "locale_25", "thr500_25")) {
            try (Evidence evidence = RealCaptures.folder("jvm/" + set)) {
                for (InputFile input : evidence.inputs()) {
                    boolean refused = set.endsWith("17") && input.name().startsWith("native_heap_info");
                    assertEquals(refused ? Status.IGNORED : Status.READ, input.status(), set + " " + input);
                }
                assertEquals(
                        set.endsWith("17") ? List.of("unknown-command") : List.of(),
                        evidence.warnings().stream().map(Warning::code).toList());
            }
        }
    }

    @Test
    void warnsWhenFilesAreOfSeveralProcessesOrTimes() throws IOException {
        try (Evidence evidence = RealCaptures.read("jvm/gc_G1_17/status.txt", "jvm/gc_Z_17/nmt_summary.txt")) {
            assertEquals("several-processes", evidence.warnings().get(0).code());
            assertTrue(evidence.warnings().get(0).message().contains("22559"));
        }
        try (Evidence evidence = RealCaptures.read("jvm/nmtsum_17_hs_err.log", "jvm/gc_G1_17/vm_info.txt")) {
            assertTrue(evidence.warnings().stream().anyMatch(w -> w.code().equals("captured-apart")));
        }
        Path inside = Files.writeString(
                folder.resolve("status.txt"),
                RealCaptures.text("jvm/gc_G1_17/status.txt").replace("NSpid:\t19380", "NSpid:\t19380\t22559"));
        try (Evidence evidence = read(inside, RealCaptures.path("jvm/gc_Z_17/nmt_summary.txt"))) {
            assertEquals(List.of(), evidence.warnings(), "process 22559 of a container is 19380 outside");
        }
    }

    private static Evidence read(Path... paths) {
        return EvidenceReader.read(List.of(paths), EvidenceReader.Options.TEXTS);
    }
}
