package dev.offheap.parser.hprof;

import dev.offheap.parser.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Hops from record to record to see, in no time, whether a dump is whole. */
public final class RecordWalk {
    private static final int HEADER = 1 + 4 + 4;

    private RecordWalk() {}

    /**
     * Where the last record ends; more than the file's size when the file was cut.
     *
     * @throws InputException when something is met that is no record of a heap dump
     */
    public static long end(Path dump, HprofHeader header) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(HEADER);
        try (FileChannel file = FileChannel.open(dump)) {
            long size = file.size();
            long position = header.bytes();
            while (position < size) {
                record.clear();
                if (file.read(record, position) < HEADER) {
                    return position + HEADER;
                }
                if (!Tag.isRecord(record.get(0))) {
                    throw new InputException(
                            dump.getFileName().toString(),
                            "at byte " + position,
                            "no record of a heap dump starts here",
                            "the file is damaged, take the dump again");
                }
                position += HEADER + Integer.toUnsignedLong(record.getInt(5));
            }
            return position;
        }
    }
}
