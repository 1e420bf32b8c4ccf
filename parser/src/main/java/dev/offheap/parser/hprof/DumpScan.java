package dev.offheap.parser.hprof;

import dev.offheap.parser.graph.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * What a look at every record of an unpacked dump tells, for a reader that cannot cope with all dumps.
 *
 * @param objects how many there are
 * @param end how far the dump could be read, in bytes
 * @param cut whether the file ends before the dump does
 * @param damaged whether something in it is no part of a dump
 * @param longestReferences length of the longest array of references
 * @param largestPrimitives bytes of the largest array of primitive values
 * @param classesMissing number of classes that have instances but are not in the dump
 */
public record DumpScan(
        long objects,
        long end,
        boolean cut,
        boolean damaged,
        long longestReferences,
        long largestPrimitives,
        int classesMissing) {
    private static final int BUFFER = 1 << 20;
    private static final int ALIGNMENT_BITS = 3;

    /**
     * Reads a dump twice.
     *
     * @param input name of the file, for messages
     * @throws dev.offheap.parser.InputException when it holds no objects, or is one of Android's
     */
    public static DumpScan of(String input, Path file, HprofHeader header) throws IOException {
        try (DumpBytes bytes = new PlainBytes(file)) {
            Cursor in = new Cursor(bytes, header.identifierBytes(), BUFFER);
            in.seek(header.bytes());
            FirstPass found = new FirstPass(ALIGNMENT_BITS, header.identifierBytes());
            Ending ending = new DumpReader(input, bytes, in, found, Progress.SILENT).read();
            Largest largest = new Largest();
            HeapParts parts = new HeapParts(in, largest);
            for (int span = 0; span < found.spans().count(); span++) {
                in.seek(found.spans().from(span));
                while (in.position() < found.spans().to(span)) {
                    parts.next();
                }
            }
            found.classes().forEach(type -> largest.classes.remove(type.address()));
            return new DumpScan(
                    found.objects(),
                    ending.damagedAt() < 0 ? ending.position() : ending.damagedAt(),
                    ending.cut(),
                    ending.damagedAt() >= 0,
                    largest.longestReferences,
                    largest.largestPrimitives,
                    largest.classes.size());
        }
    }

    private static final class Largest implements HeapVisitor {
        private final Set<Long> classes = new HashSet<>();
        private long lastClass;
        private long longestReferences;
        private long largestPrimitives;

        @Override
        public void root(int tag, long address, int threadSerial) {}

        @Override
        public void classDump(ClassDump type) {}

        @Override
        public void instance(long position, long address, long classAddress, int bytes) {
            if (classAddress != lastClass) {
                classes.add(classAddress);
                lastClass = classAddress;
            }
        }

        @Override
        public void objectArray(long position, long address, long classAddress, int length) {
            longestReferences = Math.max(longestReferences, length);
        }

        @Override
        public void primitiveArray(long position, long address, int type, int length) {
            largestPrimitives = Math.max(largestPrimitives, (long) length * BasicType.bytes(type, 0));
        }
    }
}
