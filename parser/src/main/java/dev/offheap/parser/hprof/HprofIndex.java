package dev.offheap.parser.hprof;

import dev.offheap.parser.InputException;
import dev.offheap.parser.Limits;
import dev.offheap.parser.Warning;
import dev.offheap.parser.graph.HeapFacts;
import dev.offheap.parser.graph.HeapRoot;
import dev.offheap.parser.graph.HeapType;
import dev.offheap.parser.graph.Progress;
import java.io.IOException;
import java.util.List;

/**
 * What two passes over a dump make of it.
 *
 * <p>The first pass, {@link DumpReader}, marks where objects are and collects classes and roots; objects are then
 * numbered by rank of their addresses, so no address is stored. The second, {@link EdgeBuilder}, notes each object's
 * type and turns addresses that it refers to into numbers. All else (incoming references, dominators, field values) is
 * found from these when asked for.
 */
record HprofIndex(
        OpenDump dump,
        HeapFacts facts,
        List<Warning> warnings,
        AddressMap objects,
        TypeTable table,
        List<HeapType> types,
        TypeIndexes typeOf,
        EdgeStore edges,
        long references,
        List<HeapRoot> roots,
        ObjectLayout layout) {
    private static final int BUFFER = 1 << 20;
    private static final int USUAL_ALIGNMENT_BITS = 3;
    private static final double SHARE_OF_FIRST_PASS = 0.4;

    /** Builds the index. The dump is closed when that fails. */
    static HprofIndex build(OpenDump dump, Limits limits, Progress progress) throws IOException {
        try {
            return passes(dump, limits, new RisingProgress(progress));
        } catch (IOException | RuntimeException failure) {
            dump.close();
            throw failure;
        } catch (OutOfMemoryError full) {
            dump.close();
            throw MemoryNeed.exhausted(dump.name());
        } catch (Error failure) {
            dump.close();
            throw failure;
        }
    }

    private static HprofIndex passes(OpenDump dump, Limits limits, Progress progress) throws IOException {
        int identifierBytes = dump.header().identifierBytes();
        FirstPass found = new FirstPass(USUAL_ALIGNMENT_BITS, identifierBytes);
        Ending ending = first(dump, found, progress);
        if (found.marks().misaligned()) { // numbers given by an agent instead of addresses
            found = new FirstPass(0, identifierBytes);
            ending = first(dump, found, progress);
        }
        if (found.objects() > limits.objects()) {
            throw new InputException(
                    dump.name(),
                    "",
                    "it holds " + found.objects() + " objects, and no more than " + limits.objects() + " can be read",
                    "take a dump of live objects only (`jcmd PID GC.heap_dump` without -all)");
        }
        long need = MemoryNeed.of(found, found.classes().size(), dump.bytes().size() / identifierBytes);
        MemoryNeed.require(dump.name(), need, Runtime.getRuntime().maxMemory());
        AddressMap objects = found.marks().rank();
        TypeTable table = new TypeTable(found, objects, identifierBytes);
        TypeIndexes typeOf = new TypeIndexes(objects.count(), table.count());
        EdgeBuilder builder = new EdgeBuilder(dump.bytes(), identifierBytes, found, objects, table, typeOf);
        EdgeStore edges =
                builder.build(share -> progress.done(SHARE_OF_FIRST_PASS + share * (1 - SHARE_OF_FIRST_PASS)));
        List<HeapType> types = table.types(builder.instances());
        return new HprofIndex(
                dump,
                dump.header().facts(ending.complete()),
                ReadingWarnings.of(dump, ending, found, builder),
                objects,
                table,
                types,
                typeOf,
                edges,
                builder.references(),
                Roots.of(found.roots(), objects, types),
                ObjectLayout.of(identifierBytes, builder.gaps()));
    }

    private static Ending first(OpenDump dump, FirstPass found, Progress progress) throws IOException {
        Cursor in = new Cursor(dump.bytes(), dump.header().identifierBytes(), BUFFER);
        in.seek(dump.header().bytes());
        Progress ofBoth = share -> progress.done(share * SHARE_OF_FIRST_PASS);
        return new DumpReader(dump.name(), dump.bytes(), in, found, ofBoth).read();
    }
}
