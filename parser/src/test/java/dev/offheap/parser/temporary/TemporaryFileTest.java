package dev.offheap.parser.temporary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFileTest {
    @TempDir
    Path folder;

    @Test
    void itHasItsNameOnlyWhenItIsWhole() throws IOException {
        Path report = folder.resolve("report");
        Files.writeString(report, "old");
        try (TemporaryFile file = TemporaryFile.in(folder)) {
            file.write("n\u00e9w".repeat(10_000));
            assertEquals("old", Files.readString(report));
            file.moveTo(report);
        }
        assertEquals("n\u00e9w".repeat(10_000), Files.readString(report));
        assertEquals(List.of(report), list());
    }

    @Test
    void itIsGoneWhenItWasNotMoved() throws IOException {
        try (TemporaryFile file = TemporaryFile.in(folder)) {
            file.write("half");
            assertEquals(1, list().size());
        }
        assertEquals(List.of(), list());
    }

    @Test
    void theNextRemovesWhatNobodyClaimsAndLeavesWhatSomebodyDoes() throws IOException {
        Path left = Files.writeString(folder.resolve(".offheap-17.tmp"), "half");
        Path ofOthers = Files.writeString(folder.resolve("offheap.tmp"), "theirs");
        try (TemporaryFile inUse = TemporaryFile.in(folder)) {
            assertTrue(Files.notExists(left));
            inUse.write("use");
            TemporaryFile.in(folder).close();
            assertEquals(2, list().size());
        }
        assertEquals(List.of(ofOthers), list());
    }

    @Test
    void aLinkThatLooksLikeOneStays() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious"), "precious");
        Path link = Files.createSymbolicLink(folder.resolve(".offheap-1.tmp"), precious);
        TemporaryFile.in(folder).close();
        assertTrue(Files.exists(link));
        assertEquals("precious", Files.readString(precious));
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
