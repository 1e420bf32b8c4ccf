package dev.offheap.parser.hprof;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A dump of the JVM that runs the test, with objects in it that the test knows. */
public final class OwnDump {
    private static final HotSpotDiagnosticMXBean JVM =
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

    private OwnDump() {}

    /** Objects to be found in the dump. */
    public static final class Marker extends Base {
        public static Marker found = new Marker();

        final List<ByteBuffer> buffers = new ArrayList<>();
        final Object[] twice = {"once", "once", null};
        final int count = -7;
        final boolean yes = true;
        final char letter = 'é';
        final double ratio = -0.5;
        final float half = 0.5f;
        final byte small = -3;
        final short less = -300;
        final long many = 1L << 40;
        final WeakReference<Object> weak = new WeakReference<>(new int[77]);
        final SoftReference<Object> soft = new SoftReference<>(new int[78]);

        Marker() {
            super("of the base");
            for (int i = 0; i < 3; i++) {
                buffers.add(ByteBuffer.allocateDirect(1000 + i));
            }
        }
    }

    /** Has a field that its subclass has, too. */
    static class Base {
        final Object name;
        final int count = 12;

        Base(Object name) {
            this.name = name;
        }
    }

    /** Writes a dump, garbage included, but not that of the tests before. */
    public static Path write(Path folder) throws IOException {
        System.gc();
        Marker.found = new Marker(); // anew, for a collection clears what is weakly held
        Path dump = folder.resolve("heap.hprof");
        JVM.dumpHeap(dump.toString(), false);
        return dump;
    }

    /** Packs a file as one gzip member. */
    public static Path pack(Path file) throws IOException {
        Path packed = file.resolveSibling(file.getFileName() + ".gz");
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed), 1 << 16)) {
            in.transferTo(out);
        }
        return packed;
    }
}
