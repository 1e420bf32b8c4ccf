package dev.offheap.parser.hprof;

import dev.offheap.parser.graph.ValueKind;
import java.io.IOException;

/**
 * A class as the dump describes it: addresses and identifiers of names, not yet resolved.
 *
 * @param address of the class object
 * @param fields its own instance fields, in the order of their values
 */
record ClassDump(long address, long superclass, long loader, Static[] statics, Field[] fields) {

    /**
     * A static field.
     *
     * @param name identifier of the name
     * @param bits an address when the kind is a reference, otherwise as the port passes values
     */
    record Static(long name, ValueKind kind, long bits) {}

    /** An instance field. */
    record Field(long name, ValueKind kind) {}

    /** Reads what follows the tag of a class dump. */
    static ClassDump read(Cursor in) throws IOException {
        long address = in.id();
        in.skip(4); // serial number of a stack trace
        long superclass = in.id();
        long loader = in.id();
        in.skip(4L * in.identifierBytes() + 4); // signers, protection domain, two reserved; bytes of an instance
        for (int constants = in.u2(); constants > 0; constants--) {
            in.skip(2); // index
            in.skip(BasicType.kind(in.u1()).bytes(in.identifierBytes()));
        }
        Static[] statics = new Static[in.u2()];
        for (int i = 0; i < statics.length; i++) {
            long name = in.id();
            ValueKind kind = BasicType.kind(in.u1());
            statics[i] = new Static(name, kind, value(in, kind));
        }
        Field[] fields = new Field[in.u2()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = new Field(in.id(), BasicType.kind(in.u1()));
        }
        return new ClassDump(address, superclass, loader, statics, fields);
    }

    private static long value(Cursor in, ValueKind kind) throws IOException {
        if (kind == ValueKind.REFERENCE) {
            return in.id();
        }
        int bytes = kind.bytes(in.identifierBytes());
        in.require(bytes);
        long bits = BasicType.bits(kind, in.buffer(), in.offset());
        in.skip(bytes);
        return bits;
    }
}
