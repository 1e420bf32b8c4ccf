package dev.offheap.parser.hprof;

import dev.offheap.parser.InputException;
import dev.offheap.parser.Limits;
import dev.offheap.parser.Warning;
import dev.offheap.parser.graph.Dominators;
import dev.offheap.parser.graph.HeapFacts;
import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.HeapObject;
import dev.offheap.parser.graph.HeapRoot;
import dev.offheap.parser.graph.HeapType;
import dev.offheap.parser.graph.Progress;
import dev.offheap.parser.graph.ReferenceStrength;
import dev.offheap.parser.graph.ValueKind;
import dev.offheap.parser.temporary.TemporaryFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** A heap read with the index of this package. */
public final class HprofHeap implements HeapGraph {
    private final HprofIndex index;
    private final OpenDump dump;
    private final HeapFacts facts;
    private final List<Warning> warnings;
    private final AddressMap objects;
    private final TypeTable table;
    private final TypeLayout[] layouts;
    private final List<HeapType> types;
    private final boolean[] isArray;
    private final Shape[] shapes;
    private final int[] fieldCounts;
    private final int[] ownClasses;
    private final TypeIndexes typeOf;
    private final EdgeStore edges;
    private final List<HeapRoot> roots;
    private final Instances instances;
    private final ShallowSizes sizes;
    private final RecordFinder records;
    private final int classType;
    private Dominators dominators;

    HprofHeap(HprofIndex index) {
        this.index = index;
        dump = index.dump();
        facts = index.facts();
        warnings = index.warnings();
        objects = index.objects();
        table = index.table();
        layouts = table.layouts();
        types = index.types();
        typeOf = index.typeOf();
        edges = index.edges();
        roots = index.roots();
        instances = new Instances(typeOf, objects.count(), types);
        sizes = new ShallowSizes(index.layout(), types, table.ofClasses());
        records = new RecordFinder(dump.bytes(), facts.identifierBytes());
        classType = table.ofClasses();
        isArray = new boolean[types.size()];
        shapes = new Shape[types.size()];
        fieldCounts = new int[types.size()];
        ownClasses = new int[types.size()];
        for (HeapType type : types) {
            isArray[type.index()] = type.isArray();
            shapes[type.index()] = shape(type);
            fieldCounts[type.index()] = layouts[type.index()].references().length;
            ownClasses[type.index()] = type.classObject();
        }
    }

    /** How objects of a type hold others. */
    private enum Shape {
        NOTHING,
        FIELDS,
        SOME_FIELDS,
        ELEMENTS,
        CLASS
    }

    private Shape shape(HeapType type) {
        TypeLayout layout = layouts[type.index()];
        if (type.index() == classType) {
            return Shape.CLASS;
        } else if (type.isArray()) {
            return type.elements().orElseThrow() == ValueKind.REFERENCE ? Shape.ELEMENTS : Shape.NOTHING;
        } else if (layout.references().length == 0) {
            return Shape.NOTHING;
        }
        return layout.allHeld() ? Shape.FIELDS : Shape.SOME_FIELDS;
    }

    /**
     * Opens a heap dump, packed with gzip or not. Takes about as long as reading it four times, and Java heap as
     * {@link MemoryNeed#heapBytesFor} says.
     *
     * @throws InputException when the file is none that can be read, or memory or disk do not suffice
     * @throws java.util.concurrent.CancellationException when the progress asked for it
     */
    public static HprofHeap open(Path dump, Progress progress) throws IOException {
        return open(dump, Limits.USUAL, progress);
    }

    /** The same within limits of one's own. */
    public static HprofHeap open(Path dump, Limits limits, Progress progress) throws IOException {
        return open(dump, TemporaryFolder.usualPlace(), limits, progress);
    }

    /** The same with temporary files in a folder of one's own. */
    static HprofHeap open(Path dump, Path temporary, Progress progress) throws IOException {
        return open(dump, temporary, Limits.USUAL, progress);
    }

    private static HprofHeap open(Path dump, Path temporary, Limits limits, Progress progress) throws IOException {
        return new HprofHeap(HprofIndex.build(OpenDump.of(dump, temporary, limits), limits, progress));
    }

    @Override
    public HeapFacts facts() {
        return facts;
    }

    @Override
    public List<Warning> warnings() {
        return warnings;
    }

    @Override
    public int objectCount() {
        return objects.count();
    }

    @Override
    public long addressOf(int object) {
        return objects.addressOf(object);
    }

    @Override
    public int objectAt(long address) {
        return objects.objectAt(address);
    }

    @Override
    public int typeOf(int object) {
        return typeOf.get(object);
    }

    @Override
    public List<HeapType> types() {
        return types;
    }

    @Override
    public IntStream instancesOf(int type) {
        return instances.of(type);
    }

    @Override
    public long shallowBytes(int object) {
        int type = typeOf.get(object);
        if (type == classType) {
            return sizes.ofClass(table.standsFor(object));
        }
        return isArray[type] ? sizes.ofArray(type, edges.length(object)) : sizes.ofInstance(type);
    }

    @Override
    public HeapObject object(int object) {
        HeapType type = types.get(typeOf.get(object));
        try {
            if (type.index() == classType && table.standsFor(object) != NONE) {
                return new HprofInstance(object, type, new byte[0], objects, facts.identifierBytes());
            }
            records.find(objects.addressOf(object), edges.recordBefore(object));
            return type.isArray()
                    ? new HprofArray(object, type, records, objects, facts.identifierBytes())
                    : new HprofInstance(
                            object,
                            type,
                            records.read(records.content(), records.length()),
                            objects,
                            facts.identifierBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void forEachHeld(int object, IntConsumer visitor) {
        int type = typeOf.get(object);
        switch (shapes[type]) {
            case FIELDS -> edges.fields(object, fieldCounts[type], ownClasses[type], visitor);
            case SOME_FIELDS -> edges.fields(object, layouts[type].held(), ownClasses[type], visitor);
            case ELEMENTS -> edges.elements(object, ownClasses[type], visitor);
            case CLASS -> forEachHeldByClass(object, visitor);
            default -> {}
        }
    }

    /** A class object, or a stand-in of a primitive type, which the dump has as an instance. */
    private void forEachHeldByClass(int object, IntConsumer visitor) {
        int denoted = table.standsFor(object);
        if (denoted == NONE) {
            edges.fields(object, layouts[classType].held(), ownClasses[classType], visitor);
        } else {
            forEachStatic(types.get(denoted), ownClasses[classType], visitor);
        }
    }

    @Override
    public boolean isSearchedInParallel() {
        return true;
    }

    private static void forEachStatic(HeapType type, int except, IntConsumer visitor) {
        for (HeapType.StaticField field : type.statics()) {
            boolean reference = field.kind() == ValueKind.REFERENCE && field.bits() != NONE && field.bits() != except;
            if (reference && ReferenceStrength.staticHolds(type.name(), field.name())) {
                visitor.accept((int) field.bits());
            }
        }
    }

    @Override
    public List<HeapRoot> roots() {
        return roots;
    }

    @Override
    public Dominators dominators() {
        if (dominators == null) {
            try {
                Runtime jvm = Runtime.getRuntime();
                long used = jvm.totalMemory() - jvm.freeMemory();
                long need = used + MemoryNeed.ofDominators(objects.count(), index.references());
                MemoryNeed.require(dump.name(), need, jvm.maxMemory());
                dominators = DominatorTree.of(new KeptAlive(index), this::shallowBytes);
            } catch (InputException tooLittle) {
                throw new UncheckedIOException(tooLittle);
            } catch (OutOfMemoryError full) {
                throw new UncheckedIOException(MemoryNeed.exhausted(dump.name()));
            }
        }
        return dominators;
    }

    @Override
    public void close() {
        dump.close();
    }
}
