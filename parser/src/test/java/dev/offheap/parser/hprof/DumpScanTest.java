package dev.offheap.parser.hprof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offheap.parser.InputException;
import dev.offheap.parser.graph.Progress;
import dev.offheap.parser.mat.MatHeap;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine of Eclipse MAT cannot read is refused in words before it starts. */
class DumpScanTest {
    @TempDir
    Path folder;

    @Test
    void aWrongLengthOfARecordIsRefused() throws IOException {
        String message = refusal(HprofBuilder.withBasics()
                .instance(0x1000, 0x100)
                .plainClaiming(7)
                .write(folder));
        assertTrue(message.contains("a record does not have the length that it says"), message);
    }

    @Test
    void missingClassesAreRefused() throws IOException {
        String message = refusal(HprofBuilder.withBasics()
                .instance(0x1000, 0x9990)
                .instance(0x1010, 0x9998)
                .segment()
                .end()
                .write(folder));
        assertTrue(message.contains("2 classes are missing in it"), message);
    }

    @Test
    void damageIsRefusedWithItsPlace() throws IOException {
        HprofBuilder builder = HprofBuilder.withBasics().segment();
        int place = builder.bytes().length + 9;
        String message = refusal(builder.garbage(0x77, 1).segment().end().write(folder));
        assertTrue(message.startsWith("built.hprof (at byte " + place + "): the dump is damaged"), message);
    }

    @Test
    void arraysBeyondTwoGibibytesAreRefused() throws IOException {
        Path dump = HprofBuilder.withBasics().writeWithHugeArray(folder, HprofBuilder.LONG, 300_000_000, 8);
        String message = refusal(dump);
        assertTrue(message.contains("an array of more than 2 GiB"), message);
        DumpScan scan = DumpScan.of("huge", dump, new HprofHeader("JAVA PROFILE 1.0.2", 8, 0, 31));
        assertEquals(2_400_000_000L, scan.largestPrimitives());
    }

    private String refusal(Path dump) {
        String message = assertThrows(InputException.class, () -> MatHeap.open(dump, Progress.SILENT))
                .getMessage();
        assertTrue(message.endsWith("leave out `--engine mat`, the default engine reads it"), message);
        return message;
    }
}
