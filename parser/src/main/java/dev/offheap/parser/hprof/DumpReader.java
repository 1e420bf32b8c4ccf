package dev.offheap.parser.hprof;

import dev.offheap.parser.InputException;
import dev.offheap.parser.graph.Progress;
import java.io.IOException;

/**
 * Reads a dump from record to record, in the first pass. What is special about a record's length, its end or its
 * place is settled here; the second pass only sees {@link Spans}.
 *
 * <p>Lengths are u4. JVMs up to JDK 8 write a heap of more than 4 GB as one record whose length is taken modulo 2^32,
 * and a JVM that dies while it writes leaves a length of 0. So the end of a heap dump record is believed only where the
 * start of another record, or the end of the file, is.
 */
final class DumpReader {
    private static final int RECORD_HEADER = 1 + 4 + 4;
    private static final int LONGEST_NAME = 0xffff;
    private static final long TELL_EVERY = 8L << 20;

    private final String input;
    private final DumpBytes dump;
    private final Cursor in;
    private final FirstPass found;
    private final Progress progress;
    private final HeapParts parts;
    private final Spans spans;
    private long told;
    private boolean heapSeen;
    private boolean endSeen;
    private long damagedAt = -1;
    /** Behind the damage nothing tells where to go on. */
    private boolean givenUp;

    /** Where the part starts that is being read, or was read last. */
    private long partStart;

    private long partBefore;

    DumpReader(String input, DumpBytes dump, Cursor in, FirstPass found, Progress progress) {
        this.input = input;
        this.dump = dump;
        this.in = in;
        this.found = found;
        this.progress = progress;
        this.parts = new HeapParts(in, found);
        this.spans = found.spans();
    }

    /**
     * Reads from the first record to the end.
     *
     * @throws InputException when there are no objects in it, or it is one of Android's
     */
    Ending read() throws IOException {
        boolean cut = false;
        try {
            while (!endSeen && !givenUp && in.has(1)) {
                record();
            }
            cut = !endSeen && damagedAt < 0;
        } catch (Cut end) {
            cut = true;
        }
        if (found.objects() == 0) {
            String cause = damagedAt < 0 ? "the file ends before any object" : "no record of a heap dump starts here";
            long place = damagedAt < 0 ? dump.size() : damagedAt;
            throw new InputException(input, "at byte " + place, cause, "copy it again, or take a new dump");
        }
        return new Ending(cut ? dump.size() : in.position(), cut, damagedAt, endSeen && anotherHeapFollows());
    }

    private void record() throws IOException {
        long position = in.position();
        int tag = in.u1();
        in.skip(4); // microseconds since the dump began
        long length = in.u4();
        long end = in.position() + length;
        switch (tag) {
            case Tag.STRING -> name(length);
            case Tag.LOAD_CLASS -> loadClass();
            case Tag.HEAP_DUMP, Tag.HEAP_DUMP_SEGMENT -> {
                heapSeen = true;
                end = heap(tag, length);
                endSeen = tag == Tag.HEAP_DUMP && damagedAt < 0;
            }
            case Tag.HEAP_DUMP_END -> endSeen = heapSeen;
            default -> {
                if (!Tag.isRecord(tag)) {
                    damaged(position);
                    givenUp = true;
                    return;
                }
            }
        }
        in.seek(end);
        if (end > dump.size()) {
            throw new Cut(dump.size());
        }
    }

    private void name(long length) throws IOException {
        long identifier = in.id();
        int kept = (int) Math.min(Math.max(0, length - in.identifierBytes()), LONGEST_NAME);
        in.require(kept);
        found.names().put(identifier, in.buffer(), in.offset(), kept);
    }

    private void loadClass() throws IOException {
        in.skip(4); // serial number
        long address = in.id();
        in.skip(4); // serial number of a stack trace
        found.classNames().putIfAbsent(address, in.id());
    }

    /** Reads the parts of a heap dump record and answers where it really ends. */
    private long heap(int tag, long length) throws IOException {
        long end = in.position() + length;
        spans.open(in.position());
        partStart = in.position();
        try {
            while (true) {
                long position = in.position();
                if ((position >= end || length == 0) && endsHere(tag, position == end)) {
                    spans.close(position);
                    return position;
                }
                if (position - told >= TELL_EVERY) {
                    told = position;
                    progress.done(dump.share(position));
                }
                spans.partEnds(position);
                partBefore = partStart;
                partStart = position;
                if (!parts.next()) {
                    return unknownPart(tag, position, end);
                }
            }
        } catch (Cut cut) {
            long broken = partStart <= dump.size() ? partStart : partBefore;
            found.drop(broken);
            spans.cut(broken);
            throw cut;
        }
    }

    /**
     * Whether a heap dump record ends where the cursor is.
     *
     * @param asItSays whether its length says so
     */
    private boolean endsHere(int tag, boolean asItSays) throws IOException {
        if (!in.has(1)) {
            if (in.position() > dump.size()) {
                throw new Cut(dump.size());
            }
            return true;
        }
        return recordStarts(asItSays && tag == Tag.HEAP_DUMP_SEGMENT);
    }

    /**
     * Whether a record starts here.
     *
     * @param ambiguous what to answer for the tags 1 to 8, which begin records and parts of a heap alike
     */
    private boolean recordStarts(boolean ambiguous) throws IOException {
        in.require(1);
        int tag = in.buffer()[in.offset()] & 0xff;
        boolean alsoPart = tag <= Tag.ROOT_THREAD_OBJECT;
        return Tag.isRecord(tag) && (!alsoPart || ambiguous);
    }

    /** Where to go on behind what is no part of a heap: behind the segment, if its length can be believed. */
    private long unknownPart(int tag, long position, long end) throws IOException {
        spans.close(position);
        in.seek(position);
        if (found.objects() == 0 && Tag.isAndroid(in.u1())) {
            throw HprofHeader.android(input, position);
        }
        damaged(position);
        in.seek(end);
        givenUp = tag != Tag.HEAP_DUMP_SEGMENT || end <= position || !in.has(1) || !recordStarts(true);
        return givenUp ? position : end;
    }

    private void damaged(long position) {
        damagedAt = damagedAt < 0 ? position : damagedAt;
    }

    private boolean anotherHeapFollows() throws IOException {
        while (in.has(RECORD_HEADER)) {
            int tag = in.u1();
            in.skip(4);
            long length = in.u4();
            if (tag == Tag.HEAP_DUMP || tag == Tag.HEAP_DUMP_SEGMENT) {
                return true;
            }
            if (!Tag.isRecord(tag)) {
                return false;
            }
            in.skip(length);
        }
        return false;
    }
}
