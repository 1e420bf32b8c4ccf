package dev.offheap.bin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The files of the bundled demo: the capture of a real process. */
public final class DemoFiles {
    static final List<String> TEXTS = List.of("nmt.txt", "smaps.txt", "status.txt", "vm_info.txt");

    private DemoFiles() {}

    /** Puts one of them there, unpacked. */
    public static Path unpack(String name, Path folder) throws IOException {
        try (InputStream in = new GZIPInputStream(Main.class.getResourceAsStream("demo/" + name + ".gz"))) {
            Files.createDirectories(folder);
            return Files.write(folder.resolve(name), in.readAllBytes());
        }
    }

    /** Puts all texts there, and the heap dump as it is. */
    public static Path incident(Path folder) throws IOException {
        for (String text : TEXTS) {
            unpack(text, folder);
        }
        try (InputStream in = Main.class.getResourceAsStream("demo/heap.hprof.gz")) {
            Files.copy(in, folder.resolve("heap.hprof.gz"));
        }
        return folder;
    }
}
