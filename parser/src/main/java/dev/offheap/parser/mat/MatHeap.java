package dev.offheap.parser.mat;

import dev.offheap.parser.Limits;
import dev.offheap.parser.graph.Dominators;
import dev.offheap.parser.graph.HeapFacts;
import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.HeapObject;
import dev.offheap.parser.graph.HeapRoot;
import dev.offheap.parser.graph.HeapType;
import dev.offheap.parser.graph.Progress;
import dev.offheap.parser.graph.ReferenceStrength;
import dev.offheap.parser.graph.ValueKind;
import dev.offheap.parser.hprof.Gzip;
import dev.offheap.parser.hprof.HprofHeader;
import dev.offheap.parser.temporary.TemporaryFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.eclipse.mat.SnapshotException;
import org.eclipse.mat.collect.IteratorInt;
import org.eclipse.mat.parser.index.IndexManager;
import org.eclipse.mat.parser.internal.SnapshotImpl;
import org.eclipse.mat.snapshot.model.Field;
import org.eclipse.mat.snapshot.model.IClass;
import org.eclipse.mat.snapshot.model.IObject;

/** A heap that the Eclipse MAT API has read. */
public final class MatHeap implements HeapGraph {
    private final String name;
    private final Path dump;
    private final TemporaryFolder folder;
    private final HprofHeader header;
    private final SnapshotImpl snapshot;
    private final IndexManager indexes;
    private final MatNumbers numbers;
    private final MatTypes types;
    private final Set<Integer> threads = new HashSet<>();
    private SnapshotImpl live;
    private Dominators dominators;
    private final int classOfClasses;

    private MatHeap(
            String name,
            Path dump,
            TemporaryFolder folder,
            HprofHeader header,
            SnapshotImpl snapshot,
            Collection<IClass> classes) {
        this.name = name;
        this.dump = dump;
        this.folder = folder;
        this.header = header;
        this.snapshot = snapshot;
        this.indexes = snapshot.getIndexManager();
        this.numbers = MatNumbers.of(snapshot, classes);
        this.types = new MatTypes(snapshot, numbers, classes);
        this.classOfClasses = types.all().stream()
                .filter(type -> type.name().equals(IClass.JAVA_LANG_CLASS))
                .mapToInt(HeapType::classObject)
                .findFirst()
                .orElse(NONE);
        for (IteratorInt thread = snapshot.getRootsPerThread().keys(); thread.hasNext(); ) {
            threads.add(thread.next());
        }
    }

    /**
     * Opens a heap dump, packed with gzip or not. Takes about 40 s and 1 GB of Java heap for each GB, and 1.2 GB of
     * temporary files, which go with {@link #close} or when the JVM ends.
     *
     * @throws dev.offheap.parser.InputException when the file is none that MAT can read, or memory or disk do not
     *     suffice
     * @throws CancellationException when the progress asked for it
     */
    public static MatHeap open(Path dump, Progress progress) throws IOException {
        return open(dump, Limits.USUAL, progress);
    }

    /** The same within limits of one's own. */
    public static MatHeap open(Path dump, Limits limits, Progress progress) throws IOException {
        return open(dump, TemporaryFolder.usualPlace(), limits, progress);
    }

    /** The same with temporary files in a folder of one's own. */
    static MatHeap open(Path dump, Path temporary, Progress progress) throws IOException {
        return open(dump, temporary, Limits.USUAL, progress);
    }

    private static MatHeap open(Path dump, Path temporary, Limits limits, Progress progress) throws IOException {
        String name = dump.getFileName().toString();
        TemporaryFolder folder = TemporaryFolder.in(temporary);
        try {
            Path whole = Gzip.recognises(start(dump)) ? Gzip.unpack(dump, folder, limits) : dump;
            HprofHeader header = HprofHeader.parse(name, start(whole));
            MatChecks.requireReadable(name, whole, header);
            MatChecks.requireHeap(name, Files.size(whole), Runtime.getRuntime().maxMemory());
            MatChecks.requireDisk(name, Files.size(whole), folder);
            Path indexes = Files.createDirectory(folder.path().resolve("all"));
            SnapshotImpl snapshot = MatOpening.open(whole, indexes, Set.of(), true, progress);
            return new MatHeap(name, whole, folder, header, snapshot, snapshot.getClasses());
        } catch (SnapshotException | RuntimeException failure) {
            folder.close();
            if (failure instanceof CancellationException wanted) {
                throw wanted;
            }
            throw MatChecks.failed(name, failure);
        } catch (IOException | Error failure) {
            folder.close();
            throw failure;
        }
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HprofHeader.MAX_BYTES);
        }
    }

    String name() {
        return name;
    }

    @Override
    public HeapFacts facts() {
        return header.facts(true);
    }

    @Override
    public int objectCount() {
        return numbers.count();
    }

    @Override
    public long addressOf(int object) {
        return indexes.o2address().get(numbers.toMat(object));
    }

    @Override
    public int objectAt(long address) {
        return types.at(address);
    }

    @Override
    public int typeOf(int object) {
        return types.index(indexes.o2class().get(numbers.toMat(object)));
    }

    @Override
    public List<HeapType> types() {
        return types.all();
    }

    @Override
    public IntStream instancesOf(int type) {
        try {
            return Arrays.stream(types.mat(type).getObjectIds())
                    .map(numbers::fromMat)
                    .filter(object -> object != NONE)
                    .sorted();
        } catch (SnapshotException failure) {
            throw new UncheckedIOException(MatChecks.failed(name, failure));
        }
    }

    @Override
    public long shallowBytes(int object) {
        try {
            return snapshot.getHeapSize(numbers.toMat(object));
        } catch (SnapshotException failure) {
            throw new UncheckedIOException(MatChecks.failed(name, failure));
        }
    }

    @Override
    public HeapObject object(int object) {
        return read(object);
    }

    private MatObject read(int object) {
        try {
            IObject read = snapshot.getObject(numbers.toMat(object));
            return new MatObject(object, types.get(typeOf(object)), types, read);
        } catch (SnapshotException | RuntimeException failure) {
            throw new UncheckedIOException(MatChecks.failed(name, failure));
        }
    }

    @Override
    public void forEachHeld(int object, IntConsumer visitor) {
        int number = numbers.toMat(object);
        int itself = types.index(number);
        if (itself != NONE) {
            forEachStatic(types.get(itself), visitor);
            return;
        }
        int typeNumber = indexes.o2class().get(number);
        int type = types.index(typeNumber);
        if (!types.holdsByAllFields(type) || threads.contains(number)) {
            forEachField(read(object), visitor);
            return;
        }
        for (int target : indexes.outbound().get(number)) {
            if (target != typeNumber) {
                visit(numbers.fromMat(target), visitor);
            }
        }
    }

    private void forEachStatic(HeapType type, IntConsumer visitor) {
        for (HeapType.StaticField field : type.statics()) {
            int target = field.kind() == ValueKind.REFERENCE ? (int) field.bits() : NONE;
            if (target != classOfClasses && ReferenceStrength.staticHolds(type.name(), field.name())) {
                visit(target, visitor);
            }
        }
    }

    private void forEachField(MatObject object, IntConsumer visitor) {
        List<HeapType.Field> declared = object.type().fields();
        List<Field> values = object.fields();
        for (int index = 0; index < declared.size(); index++) {
            HeapType.Field field = declared.get(index);
            if (field.kind() == ValueKind.REFERENCE && ReferenceStrength.holds(field)) {
                int target = types.reference(values.get(index).getValue());
                visit(target == object.type().classObject() ? NONE : target, visitor);
            }
        }
    }

    private static void visit(int target, IntConsumer visitor) {
        if (target != NONE) {
            visitor.accept(target);
        }
    }

    @Override
    public List<HeapRoot> roots() {
        try {
            return MatRoots.of(snapshot, numbers);
        } catch (SnapshotException failure) {
            throw new UncheckedIOException(MatChecks.failed(name, failure));
        }
    }

    /** Reads the dump a second time, without garbage. */
    @Override
    public Dominators dominators() {
        if (dominators == null) {
            try {
                Path indexesOfLive = Files.createDirectory(folder.path().resolve("live"));
                live = MatOpening.open(dump, indexesOfLive, MatDominators.WITHOUT_REFERENTS, false, Progress.SILENT);
                dominators = new MatDominators(this, live);
            } catch (SnapshotException | RuntimeException failure) {
                throw new UncheckedIOException(MatChecks.failed(name, failure));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return dominators;
    }

    @Override
    public void close() {
        try {
            snapshot.dispose();
            if (live != null) {
                live.dispose();
            }
        } finally {
            folder.close();
        }
    }
}
