package dev.offheap.parser.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offheap.parser.Captures;
import dev.offheap.parser.Evidence;
import dev.offheap.parser.capture.RealCaptures;
import dev.offheap.parser.text.Line;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProcessTextTest {
    private static final long KB = 1024;

    @Test
    void readsTheRegionsOfSmaps() {
        ProcessMap map = captures("jvm/gc_Parallel_25/smaps.txt").maps().get(0);

        assertTrue(map.measured());
        MemoryRegion archive = map.regions().get(1);
        assertEquals(0x9c001000L, archive.start());
        assertEquals(13904 * KB, archive.bytes());
        assertEquals("rw-p", archive.permissions());
        assertEquals("classes.jsa", archive.baseName());
        assertEquals(328742, archive.inode());
        assertEquals(
                new MemoryRegion.Resident(13848 * KB, 12288 * KB, 10720 * KB, 10720 * KB, 0, 0), archive.resident());
    }

    @Test
    void addsRegionsUpToWhatTheKernelCallsResident() {
        for (String set : List.of("gc_G1_17", "gc_Parallel_25", "thr500_25", "frag_trimnative", "nmtoff_17")) {
            Captures captures = captures(
                    "jvm/" + set + "/smaps.txt", "jvm/" + set + "/smaps_rollup.txt", "jvm/" + set + "/status.txt");
            long rss = captures.maps().get(0).rss();
            // Taken one after the other from a running process.
            assertEquals(captures.rollups().get(0).total().rss(), rss, rss * 0.03, set);
            assertEquals(captures.statuses().get(0).rss().orElseThrow(), rss, rss * 0.03, set);
        }
    }

    @Test
    void countsPagesThatAreMappedTwiceOnceInPss() {
        ProcessMap map = captures("jvm/gc_Z_17/smaps.txt").maps().get(0);

        assertTrue(map.rss() - map.pss() > 100 << 20, "the heap of this collector is mapped three times");
    }

    @Test
    void readsTheMapInsideAnErrorLogAsOneWithoutResidentSizes() {
        ProcessMap map = captures("jvm/nmtsum_17_hs_err.log").maps().get(0);

        assertFalse(map.measured());
        assertTrue(map.libraries().containsAll(List.of("libjvm.so", "libc.so.6", "libzip.so")));
    }

    @Test
    void readsStatus() {
        ProcessStatus status = captures("jvm/gc_G1_17/status.txt").statuses().get(0);

        assertEquals(List.of(19380L), status.pids());
        assertEquals(OptionalLong.of(888992 * KB), status.rss());
        assertEquals(OptionalLong.of(842860 * KB), status.rssAnonymous());
        assertEquals(OptionalLong.of(46132 * KB), status.rssFile());
        assertEquals(OptionalLong.of(65), status.threads());
    }

    @Test
    void readsPathsWithSpacesAndMarksOfDeletedFiles() {
        MapReader reader = new MapReader("test");
        List<String> lines = List.of(
                "7f0000000000-7f0000001000 r--p 00000000 fe:00 7                          /opt/my app/lib x.so (deleted)",
                "Rss:                   4 kB",
                "SomethingNew:          4 kB",
                "VmFlags: rd mr mw me",
                "ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0                  [vsyscall]",
                "Rss:                   0 kB");
        for (int i = 0; i < lines.size(); i++) {
            assertTrue(reader.take(new Line(i, lines.get(i))), lines.get(i));
        }
        reader.close();

        List<MemoryRegion> regions = reader.maps().get(0).regions();
        assertEquals("lib x.so", regions.get(0).baseName());
        assertEquals(4 * KB, regions.get(0).rss());
        assertTrue(regions.get(1).contains(0xffffffffff600000L));
    }

    @Test
    void saysThatSmapsWereCut() throws Exception {
        MapReader reader = new MapReader("test");
        String text = RealCaptures.text("jvm/gc_G1_17/smaps.txt");
        String cut = text.substring(0, text.indexOf("Rss:", text.length() / 2));
        int number = 0;
        for (String line : cut.split("\n")) {
            reader.take(new Line(++number, line));
        }
        reader.close();

        assertEquals("cut-smaps", reader.warnings().get(0).code());
    }

    @Test
    void readsEveryFormOfPmapLikeSmaps() {
        ProcessMap smaps = captures("other/pmap_smaps.txt").maps().get(0);
        for (String form : List.of("X", "XX", "x")) {
            ProcessMap pmap = captures("other/pmap_" + form + ".txt").maps().get(0);
            assertEquals(smaps.regions().size(), pmap.regions().size(), form);
            assertEquals(smaps.rss(), pmap.rss(), 100 * KB, form);
            for (int i = 0; i < smaps.regions().size(); i++) {
                assertEquals(
                        smaps.regions().get(i).start(), pmap.regions().get(i).start(), form);
                assertEquals(
                        smaps.regions().get(i).isFile(), pmap.regions().get(i).isFile(), form + " " + i);
            }
        }
    }

    @Test
    void readsTheMemoryOfAControlGroupFromOneFileOrMany() {
        CgroupMemory whole = captures("other/memory.stat").cgroup().orElseThrow();
        assertEquals(OptionalLong.empty(), whole.limit());
        assertTrue(whole.anonymous().isPresent() && whole.file().isPresent());

        CgroupReader printed = new CgroupReader("all.txt");
        for (String line : List.of(
                "/sys/fs/cgroup/memory.max:536870912",
                "/sys/fs/cgroup/memory.current:504365056",
                "/sys/fs/cgroup/memory.stat:anon 400000000",
                "/sys/fs/cgroup/memory.stat:file 90000000")) {
            assertTrue(printed.opens(new Line(1, line)) && printed.take(new Line(1, line)), line);
        }
        CgroupReader lone = new CgroupReader("cgroup/memory.peak");
        assertTrue(lone.opens(new Line(1, "510000000")) && lone.take(new Line(1, "510000000")));
        assertFalse(new CgroupReader("numbers.txt").opens(new Line(1, "510000000")));

        assertEquals(
                new CgroupMemory(
                        OptionalLong.of(536870912),
                        OptionalLong.of(504365056),
                        OptionalLong.of(510000000),
                        OptionalLong.of(400000000),
                        OptionalLong.of(90000000),
                        OptionalLong.empty()),
                printed.found().orElseThrow().orElse(lone.found().orElseThrow()));
    }

    private static Captures captures(String... names) {
        try (Evidence evidence = RealCaptures.read(names)) {
            assertEquals(List.of(), evidence.warnings());
            return evidence.captures();
        }
    }
}
