package dev.offheap.classifiers.owner;

import static dev.offheap.parser.graph.ValueKind.INT;
import static dev.offheap.parser.graph.ValueKind.LONG;
import static dev.offheap.parser.graph.ValueKind.REFERENCE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.offheap.classifiers.BufferCount;
import dev.offheap.classifiers.Owner;
import dev.offheap.classifiers.catalog.CatalogReader;
import dev.offheap.classifiers.heap.SmallHeap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnerAnalysisTest {
    private static final int MIB = 1 << 20;

    private SmallHeap heap;
    private SmallHeap.Kind buffer;
    private SmallHeap.Kind cleaner;
    private SmallHeap.Kind deallocator;
    private long nextAddress = 1L << 32;

    @BeforeEach
    void aHeapWithTheClassesOfDirectBuffers() {
        heap = new SmallHeap();
        SmallHeap.Kind base =
                heap.named("java.nio.Buffer").field("address", LONG).field("capacity", INT);
        buffer = heap.named("java.nio.DirectByteBuffer", base)
                .field("att", REFERENCE)
                .field("cleaner", REFERENCE)
                .field("fd", REFERENCE)
                .field("segment", REFERENCE);
        SmallHeap.Kind reference = heap.named("java.lang.ref.Reference").field("referent", REFERENCE);
        cleaner = heap.named("jdk.internal.ref.Cleaner", reference)
                .field("next", REFERENCE)
                .field("prev", REFERENCE)
                .field("thunk", REFERENCE);
        deallocator = heap.named("java.nio.DirectByteBuffer$Deallocator")
                .field("address", LONG)
                .field("size", LONG);
    }

    @Test
    void aBufferBelongsToTheNearestHolderAndNotToTheCleanerList() {
        SmallHeap.Instance direct = owned(MIB);
        cacheOf("com.acme.cache.ImageCache", direct).rooted();

        Owner owner = only("app:com.acme.cache");

        assertEquals(MIB, owner.bytes());
        assertEquals(
                List.of("com.acme.cache.ImageCache.held", "java.lang.Object[]", "java.nio.DirectByteBuffer"),
                owner.evidence().get(0).path());
    }

    @Test
    void aSliceAndADuplicateAddNothing() {
        SmallHeap.Instance direct = owned(MIB);
        SmallHeap.Instance slice = buffer.make().set("capacity", MIB / 2).set("att", direct);
        SmallHeap.Instance duplicate = buffer.make().set("capacity", MIB).set("att", direct);
        cacheOf("com.acme.cache.ImageCache", direct, slice, duplicate).rooted();

        assertEquals(MIB, only("app:com.acme.cache").bytes());
        assertEquals(2, buffersOfKind(BufferKind.VIEW));
    }

    @Test
    void theMappedJdkImageIsNoDirectMemory() {
        SmallHeap.Instance image = buffer.make().set("capacity", 128 * MIB).set("address", 1L << 40);
        heap.named("jdk.internal.jimage.BasicImageReader")
                .field("memoryMap", REFERENCE)
                .make()
                .set("memoryMap", image)
                .rooted();

        assertTrue(analysis().owners().isEmpty());
        assertEquals(1, buffersOfKind(BufferKind.JDK_IMAGE));
    }

    @Test
    void aBufferThatWrapsAForeignPointerIsNotAdded() {
        SmallHeap.Instance foreign = buffer.make().set("capacity", MIB).set("address", 1L << 40);
        cacheOf("com.acme.jni.Frames", foreign).rooted();

        assertTrue(analysis().owners().isEmpty());
        assertEquals(1, buffersOfKind(BufferKind.FOREIGN));
    }

    @Test
    void whatNobodyRefersToAwaitsItsCleaner() {
        owned(MIB);
        heap.named("com.acme.Main").make().rooted();

        assertEquals(MIB, only("jdk-awaiting-cleaner").bytes());
    }

    @Test
    void aCleanerThatHasRunOwnsNothingAnyMore() {
        SmallHeap.Instance direct = owned(MIB);
        SmallHeap.Instance done = (SmallHeap.Instance) heap.object(direct.reference("cleaner"));
        done.set("next", done);
        cacheOf("com.acme.cache.ImageCache", direct).rooted();

        assertTrue(analysis().owners().isEmpty());
    }

    @Test
    void aLivingHolderGoesBeforeANearerOneThatIsGarbage() {
        SmallHeap.Instance direct = owned(MIB);
        cacheOf("com.acme.dropped.Request", direct);
        cacheOf(
                        "com.acme.cache.ImageCache",
                        heap.named("java.lang.Object[]").make().holding(direct))
                .rooted();

        assertEquals(MIB, only("app:com.acme.cache").bytes());
    }

    @Test
    void aThreadLocalBufferBelongsToWhoeverHoldsTheThreadLocal() {
        SmallHeap.Instance direct = owned(MIB);
        SmallHeap.Instance threadLocal = heap.named("java.lang.ThreadLocal").make();
        SmallHeap.Instance entry = heap.named(
                        "java.lang.ThreadLocal$ThreadLocalMap$Entry", heap.named("java.lang.ref.Reference"))
                .field("value", REFERENCE)
                .make()
                .set("referent", threadLocal)
                .set("value", direct);
        heap.named("com.acme.pool.WorkerThread", heap.named("java.lang.Thread").field("threadLocals", REFERENCE))
                .make()
                .set("threadLocals", heap.named("java.lang.Object[]").make().holding(entry))
                .rooted();
        heap.named("com.acme.codec.Encoder")
                .staticReference("SCRATCH", threadLocal)
                .make()
                .rooted();

        assertEquals(MIB, only("app:com.acme.codec").bytes());
    }

    @Test
    void aClassWhosePackageOnlySoundsLikeALibraryIsTheApplications() {
        SmallHeap.Instance direct = owned(MIB);
        cacheOf("com.acme.netty.Pool", direct).rooted();

        assertEquals(MIB, only("app:com.acme.netty").bytes());
    }

    @Test
    void aRelocatedCopyOfALibraryIsTheLibrary() {
        SmallHeap.Instance direct = owned(MIB);
        nettyIn("io.grpc.netty.shaded.io.");
        cacheOf("io.grpc.netty.shaded.io.netty.channel.Outbound", direct).rooted();

        assertEquals(MIB, only("netty").bytes());
    }

    @Test
    void aClassNamedLikeOneOfALibraryButWithOtherFieldsIsTheApplications() {
        SmallHeap.Instance direct = owned(MIB);
        heap.named("com.acme.netty.buffer.AbstractByteBufAllocator").field("name", REFERENCE);
        cacheOf("com.acme.netty.buffer.AbstractByteBufAllocator", direct).rooted();

        assertEquals(MIB, only("app:com.acme.netty.buffer").bytes());
    }

    @Test
    void aPackageThatOnlyBeginsLikeALibrarysIsTheApplications() {
        SmallHeap.Instance direct = owned(MIB);
        cacheOf("org.rocksdbtools.Store", direct).rooted();

        assertEquals(MIB, only("app:org.rocksdbtools").bytes());
    }

    @Test
    void aLibraryAndItsRelocatedCopyAreToldApartByPattern() {
        SmallHeap.Instance own = chunkIn("io.");
        SmallHeap.Instance copy = chunkIn("io.grpc.netty.shaded.io.");
        cacheOf("com.acme.Main", own, copy).rooted();

        Owner netty = only("netty");

        assertEquals(2 * MIB, netty.bytes());
        assertEquals(
                List.of("pooled chunks", "pooled chunks of the copy in io.grpc.netty.shaded.io"),
                netty.patterns().stream().map(Owner.Pattern::label).toList());
    }

    @Test
    void aLibraryUnderItsOwnNameIsKnownWhateverOfItIsLoaded() {
        SmallHeap.Instance chunk = heap.named("io.netty.buffer.PoolChunk")
                .field("memory", REFERENCE)
                .make()
                .set("memory", owned(MIB));
        cacheOf("com.acme.Main", chunk).rooted();

        assertEquals("pooled chunks", only("netty").patterns().get(0).label());
    }

    @Test
    void theSameClassInTwoLoadersIsFoundInBoth() {
        SmallHeap.Instance one = heap.named("com.sun.jna.Memory")
                .field("peer", LONG)
                .field("size", LONG)
                .make()
                .set("peer", 1L << 33)
                .set("size", MIB);
        SmallHeap.Instance other = heap.again("com.sun.jna.Memory")
                .field("peer", LONG)
                .field("size", LONG)
                .make()
                .set("peer", 1L << 34)
                .set("size", MIB);
        cacheOf("com.acme.Main", one, other).rooted();

        assertEquals(2 * MIB, only("jna").bytes());
    }

    @Test
    void aLibrarysMemoryNamesWhoHoldsTheLibrary() {
        SmallHeap.Instance memory = heap.named("com.sun.jna.Memory")
                .field("peer", LONG)
                .field("size", LONG)
                .make()
                .set("peer", 1L << 33)
                .set("size", MIB);
        cacheOf("com.acme.imaging.Camera", memory).rooted();

        assertEquals(
                List.of(new Owner.HeldFor("app:com.acme.imaging", MIB)),
                only("jna").heldFor());
    }

    @Test
    void theEvidenceForALibrarysMemoryStartsAtWhoUsesTheLibrary() {
        SmallHeap.Instance memory = heap.named("com.sun.jna.Memory")
                .field("peer", LONG)
                .field("size", LONG)
                .make()
                .set("peer", 1L << 33)
                .set("size", MIB);
        cacheOf("com.acme.imaging.Camera", memory).rooted();

        assertEquals(
                List.of("com.acme.imaging.Camera.held", "java.lang.Object[]", "com.sun.jna.Memory"),
                only("jna").evidence().get(0).path());
    }

    @Test
    void aBufferThatAThreadKeepsIsHeldForWhatTheThreadRuns() {
        SmallHeap.Instance direct = owned(MIB);
        SmallHeap.Instance cache = heap.named("sun.nio.ch.Util$BufferCache")
                .field("buffers", REFERENCE)
                .make()
                .set("buffers", heap.named("java.nio.ByteBuffer[]").make().holding(direct));
        SmallHeap.Instance entry = heap.named("java.lang.ThreadLocal$ThreadLocalMap$Entry")
                .field("value", REFERENCE)
                .make()
                .set("value", cache);
        SmallHeap.Instance locals = heap.named("java.lang.ThreadLocal$ThreadLocalMap")
                .field("table", REFERENCE)
                .make()
                .set("table", heap.named("java.lang.Object[]").make().holding(entry));
        heap.named("java.lang.Thread")
                .field("threadLocals", REFERENCE)
                .field("target", REFERENCE)
                .make()
                .set("threadLocals", locals)
                .set("target", heap.named("com.acme.export.Exporter").make())
                .rooted();

        Owner owner = only("jdk-nio-cache");

        assertEquals(MIB, owner.bytes());
        assertEquals(List.of(new Owner.HeldFor("app:com.acme.export", MIB)), owner.heldFor());
    }

    @Test
    void aCollectionOfALibraryIsPassedThrough() {
        SmallHeap.Instance direct = owned(MIB);
        SmallHeap.Instance caffeine = cacheOf("com.github.benmanes.caffeine.cache.Node", direct);
        heap.named("com.acme.thumbs.Store")
                .field("cache", REFERENCE)
                .make()
                .set("cache", caffeine)
                .rooted();

        assertEquals(MIB, only("app:com.acme.thumbs").bytes());
    }

    @Test
    void buffersOfADumpWithZeroedFieldsAreRecognised() {
        cacheOf("com.acme.cache.ImageCache", buffer.make(), buffer.make()).rooted();

        assertTrue(analysis().looksRedacted());
    }

    private void nettyIn(String prefix) {
        heap.named(prefix + "netty.buffer.AbstractByteBufAllocator")
                .field("directByDefault", INT)
                .field("emptyBuf", REFERENCE);
    }

    private SmallHeap.Instance chunkIn(String prefix) {
        nettyIn(prefix);
        return heap.named(prefix + "netty.buffer.PoolChunk")
                .field("memory", REFERENCE)
                .make()
                .set("memory", owned(MIB));
    }

    private SmallHeap.Instance owned(long bytes) {
        SmallHeap.Instance direct = buffer.make().set("capacity", bytes).set("address", nextAddress);
        SmallHeap.Instance thunk =
                deallocator.make().set("address", nextAddress).set("size", bytes);
        direct.set("cleaner", cleaner.make().set("referent", direct).set("thunk", thunk));
        nextAddress += bytes;
        return direct;
    }

    private SmallHeap.Instance cacheOf(String className, SmallHeap.Instance... held) {
        return heap.named(className)
                .field("held", REFERENCE)
                .make()
                .set("held", heap.named("java.lang.Object[]").make().holding(held));
    }

    private OwnerAnalysis analysis() {
        return new OwnerAnalysis(heap, CatalogReader.bundled(), Residency.UNKNOWN);
    }

    private Owner only(String id) {
        Map<String, Owner> owners = analysis().owners().stream().collect(Collectors.toMap(Owner::id, owner -> owner));
        assertEquals(Set.of(id), owners.keySet());
        return owners.get(id);
    }

    private long buffersOfKind(BufferKind kind) {
        return analysis().buffers().stream()
                .filter(row -> row.kind().equals(kind.label()))
                .mapToLong(BufferCount::objects)
                .sum();
    }
}
