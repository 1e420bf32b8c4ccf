package dev.offheap.parser.mat;

import dev.offheap.parser.graph.Progress;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.mat.SnapshotException;
import org.eclipse.mat.hprof.HprofHeapObjectReader;
import org.eclipse.mat.hprof.HprofIndexBuilder;
import org.eclipse.mat.hprof.Pass2Parser;
import org.eclipse.mat.parser.internal.SnapshotFactory;
import org.eclipse.mat.parser.internal.SnapshotImpl;
import org.eclipse.mat.parser.internal.util.ParserRegistry;
import org.eclipse.mat.util.IProgressListener.OperationCanceledException;

/**
 * Opens a snapshot with MAT. One at a time: MAT keeps its reader of objects and the list of references that it drops
 * in static fields, which are set here for each snapshot.
 */
final class MatOpening {
    /** Held so that its level stays: MAT would log to standard error. */
    private static final Logger MAT_LOG = Logger.getLogger("org.eclipse.mat");

    private MatOpening() {}

    /**
     * Opens a dump.
     *
     * @param dump a whole, unpacked dump
     * @param folder where MAT may write; each opening needs its own
     * @param withoutReferents classes whose field {@code referent} is no reference, with all below them
     * @param keepGarbage whether unreachable objects stay
     * @throws CancellationException when the progress asked for it
     */
    static synchronized SnapshotImpl open(
            Path dump, Path folder, Set<String> withoutReferents, boolean keepGarbage, Progress progress)
            throws IOException, SnapshotException {
        MAT_LOG.setLevel(Level.OFF);
        ParserRegistry.allParsers().clear();
        ParserRegistry.addParser(
                "hprof", "hprof", new String[] {"hprof"}, new HprofHeapObjectReader(), new HprofIndexBuilder());
        Set<String> dropped = droppedReferents();
        dropped.clear();
        dropped.addAll(withoutReferents);
        Path link = Files.createSymbolicLink(folder.resolve("heap.hprof"), dump.toAbsolutePath());
        Map<String, String> options = new HashMap<>();
        options.put("keep_unreachable_objects", Boolean.toString(keepGarbage));
        try {
            return (SnapshotImpl) new SnapshotFactory().openSnapshot(link.toFile(), options, new MatProgress(progress));
        } catch (OperationCanceledException wanted) {
            throw new CancellationException();
        } catch (SnapshotException failure) {
            if (failure.getCause() instanceof OperationCanceledException) {
                throw new CancellationException();
            }
            throw failure;
        }
    }

    @SuppressWarnings("unchecked") // declared so in the one version that is used
    private static Set<String> droppedReferents() {
        try {
            Field field = Pass2Parser.class.getDeclaredField("ignorableClasses");
            field.setAccessible(true);
            return (Set<String>) field.get(null);
        } catch (ReflectiveOperationException otherVersion) {
            throw new IllegalStateException(otherVersion);
        }
    }
}
