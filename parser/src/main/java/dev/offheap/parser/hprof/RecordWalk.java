package dev.offheap.parser.hprof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Hops from record to record by the lengths that they say to have. */
public final class RecordWalk {
    private static final int HEADER = 1 + 4 + 4;

    private RecordWalk() {}

    /** Whether the lengths of all records lead to the end of the file. */
    public static boolean fits(Path dump, HprofHeader header) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(HEADER);
        try (FileChannel file = FileChannel.open(dump)) {
            long size = file.size();
            long position = header.bytes();
            while (position < size) {
                record.clear();
                if (file.read(record, position) < HEADER || !Tag.isRecord(record.get(0))) {
                    return false;
                }
                position += HEADER + Integer.toUnsignedLong(record.getInt(5));
            }
            return position == size;
        }
    }
}
