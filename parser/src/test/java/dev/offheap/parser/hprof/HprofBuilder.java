package dev.offheap.parser.hprof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes small dumps in code, sound ones and broken ones. What belongs to the heap is gathered until {@link #segment()}
 * or {@link #plain()} ends a record.
 */
public final class HprofBuilder {
    public static final int OBJECT = 2;
    public static final int INT = 10;
    public static final int LONG = 11;
    public static final int BYTE = 8;

    private final int identifierBytes;
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final ByteArrayOutputStream heap = new ByteArrayOutputStream();
    private final Map<String, Long> names = new HashMap<>();
    private int serial;

    public HprofBuilder() {
        this(8);
    }

    public HprofBuilder(int identifierBytes) {
        this(identifierBytes, "JAVA PROFILE 1.0.2");
    }

    public HprofBuilder(int identifierBytes, String format) {
        this.identifierBytes = identifierBytes;
        file.writeBytes(format.getBytes(StandardCharsets.US_ASCII));
        file.write(0);
        file.writeBytes(ByteBuffer.allocate(12)
                .putInt(identifierBytes)
                .putLong(1_700_000_000_000L)
                .array());
    }

    /** A dump with the classes that every JVM has: Object at 0x100, Class at 0x108, Object[] at 0x110. */
    public static HprofBuilder withBasics(int identifierBytes) {
        HprofBuilder builder = new HprofBuilder(identifierBytes);
        builder.type(0x100, "java/lang/Object", 0).done();
        builder.type(0x108, "java/lang/Class", 0x100).done();
        builder.type(0x110, "[Ljava/lang/Object;", 0x100).done();
        builder.type(0x118, "java/lang/ClassLoader", 0x100).done();
        return builder;
    }

    public static HprofBuilder withBasics() {
        return withBasics(8);
    }

    /** Identifier of a string, written at its first use. */
    public long name(String text) {
        return names.computeIfAbsent(text, key -> {
            long identifier = 0x5000 + names.size();
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            Part part = new Part().id(identifier);
            part.bytes.writeBytes(bytes);
            record(0x01, part.bytes.toByteArray());
            return identifier;
        });
    }

    /** Describes a class; {@link Type#done} writes it. */
    public Type type(long address, String name, long superclass) {
        return new Type(address, name, superclass);
    }

    public final class Type {
        private final long address;
        private final String name;
        private final long superclass;
        private long loader;
        private boolean named = true;
        private final List<String> fields = new ArrayList<>();
        private final List<Integer> kinds = new ArrayList<>();
        private final Map<String, Long> statics = new HashMap<>();

        private Type(long address, String name, long superclass) {
            this.address = address;
            this.name = name;
            this.superclass = superclass;
        }

        public Type field(String field, int kind) {
            fields.add(field);
            kinds.add(kind);
            return this;
        }

        public Type staticField(String field, long target) {
            statics.put(field, target);
            return this;
        }

        public Type loader(long loaderAddress) {
            loader = loaderAddress;
            return this;
        }

        /** Leaves out the records with the names of the class and its fields. */
        public Type nameless() {
            named = false;
            return this;
        }

        public HprofBuilder done() {
            if (named) {
                long nameId = name(name);
                record(
                        0x02,
                        new Part()
                                .i4(++serial)
                                .id(address)
                                .i4(0)
                                .id(nameId)
                                .bytes
                                .toByteArray());
            }
            Part part = new Part().u1(0x20).id(address).i4(0).id(superclass).id(loader);
            part.id(0).id(0).id(0).id(0).i4(0).u2(0).u2(statics.size());
            statics.forEach((field, target) -> part.id(name(field)).u1(OBJECT).id(target));
            part.u2(fields.size());
            for (int i = 0; i < fields.size(); i++) {
                part.id(named ? name(fields.get(i)) : 0xdead).u1(kinds.get(i));
            }
            return part(part);
        }
    }

    /** Writes an instance; each value as the identifier, int, long or byte that it is. */
    public HprofBuilder instance(long address, long type, Object... values) {
        Part content = new Part();
        for (Object value : values) {
            content.value(value);
        }
        byte[] bytes = content.bytes.toByteArray();
        Part part = new Part().u1(0x21).id(address).i4(0).id(type).i4(bytes.length);
        part.bytes.writeBytes(bytes);
        return part(part);
    }

    /** A reference, to tell it from numbers among the values of an instance. */
    public static Reference to(long address) {
        return new Reference(address);
    }

    public record Reference(long address) {}

    public HprofBuilder objectArray(long address, long type, long... elements) {
        Part part = new Part().u1(0x22).id(address).i4(0).i4(elements.length).id(type);
        for (long element : elements) {
            part.id(element);
        }
        return part(part);
    }

    public HprofBuilder intArray(long address, int... elements) {
        Part part = new Part().u1(0x23).id(address).i4(0).i4(elements.length).u1(INT);
        for (int element : elements) {
            part.i4(element);
        }
        return part(part);
    }

    /** An array that says to be longer than what follows. */
    public HprofBuilder arrayClaiming(int tag, long address, long type, int length) {
        Part part = new Part().u1(tag).id(address).i4(0).i4(length);
        return part(tag == 0x22 ? part.id(type) : part.u1((int) type));
    }

    /** A root of the kinds that have nothing but an address. */
    public HprofBuilder root(int tag, long address) {
        return part(new Part().u1(tag).id(address));
    }

    public HprofBuilder threadRoot(long address, int thread) {
        return part(new Part().u1(0x08).id(address).i4(thread).i4(0));
    }

    public HprofBuilder frameRoot(long address, int thread) {
        return part(new Part().u1(0x03).id(address).i4(thread).i4(0));
    }

    /** Bytes in the middle of the heap. */
    public HprofBuilder garbage(int... bytes) {
        for (int value : bytes) {
            heap.write(value);
        }
        return this;
    }

    /** Ends a heap dump segment. */
    public HprofBuilder segment() {
        return segmentClaiming(heap.size());
    }

    /** Ends a heap dump segment that says to have another length. */
    public HprofBuilder segmentClaiming(int length) {
        return flush(0x1c, length);
    }

    /** Ends the heap as one record, as JVMs up to JDK 8 write it. */
    public HprofBuilder plain() {
        return plainClaiming(heap.size());
    }

    public HprofBuilder plainClaiming(int length) {
        return flush(0x0c, length);
    }

    private HprofBuilder flush(int tag, int length) {
        header(tag, length);
        file.writeBytes(heap.toByteArray());
        heap.reset();
        return this;
    }

    /** Writes the record that ends a dump in segments. */
    public HprofBuilder end() {
        record(0x2c, new byte[0]);
        return this;
    }

    public HprofBuilder record(int tag, byte[] bytes) {
        header(tag, bytes.length);
        file.writeBytes(bytes);
        return this;
    }

    private void header(int tag, int length) {
        file.write(tag);
        file.writeBytes(ByteBuffer.allocate(8).putInt(0).putInt(length).array());
    }

    public byte[] bytes() {
        return file.toByteArray();
    }

    public Path write(Path folder) throws IOException {
        return Files.write(folder.resolve("built.hprof"), bytes());
    }

    /**
     * Writes what was built, then a segment with an array at 0x7000 whose elements are all zero and take no room on
     * disk, and the end.
     *
     * @param kind of its elements; references are of class 0x110
     */
    public Path writeWithHugeArray(Path folder, int kind, int length, int elementBytes) throws IOException {
        segment();
        Part array =
                new Part().u1(kind == OBJECT ? 0x22 : 0x23).id(0x7000).i4(0).i4(length);
        byte[] head = (kind == OBJECT ? array.id(0x110) : array.u1(kind)).bytes.toByteArray();
        long bytes = (long) length * elementBytes;
        header(0x1c, (int) (head.length + bytes));
        Path dump = folder.resolve("huge.hprof");
        try (FileChannel out = FileChannel.open(dump, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long end = out.write(ByteBuffer.wrap(bytes()));
            end += out.write(ByteBuffer.wrap(head));
            out.write(ByteBuffer.wrap(new byte[] {0x2c, 0, 0, 0, 0, 0, 0, 0, 0}), end + bytes);
        }
        return dump;
    }

    private HprofBuilder part(Part part) {
        heap.writeBytes(part.bytes.toByteArray());
        return this;
    }

    private final class Part {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Part u1(int value) {
            bytes.write(value);
            return this;
        }

        Part u2(int value) {
            bytes.writeBytes(ByteBuffer.allocate(2).putShort((short) value).array());
            return this;
        }

        Part i4(int value) {
            bytes.writeBytes(ByteBuffer.allocate(4).putInt(value).array());
            return this;
        }

        Part i8(long value) {
            bytes.writeBytes(ByteBuffer.allocate(8).putLong(value).array());
            return this;
        }

        Part id(long value) {
            return identifierBytes == 8 ? i8(value) : i4((int) value);
        }

        Part value(Object value) {
            if (value instanceof Reference reference) {
                return id(reference.address);
            } else if (value instanceof Long number) {
                return i8(number);
            } else if (value instanceof Byte number) {
                return u1(number);
            }
            return i4((Integer) value);
        }
    }
}
