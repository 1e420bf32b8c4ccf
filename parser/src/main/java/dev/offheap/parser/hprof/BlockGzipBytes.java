package dev.offheap.parser.hprof;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A dump as {@code jcmd PID GC.heap_dump -gz=LEVEL} writes it since JDK 17: many gzip members one after the other, each
 * a block of known size at most, so that it can be read at any place without unpacking it to disk. Where blocks start
 * is learned while it is read for the first time, from its beginning.
 */
final class BlockGzipBytes implements DumpBytes {
    private static final Pattern COMMENT = Pattern.compile("HPROF BLOCKSIZE=(\\d{1,9})\0");
    private static final int COMMENT_START = 10;
    private static final int MOST_BLOCK_BYTES = 64 << 20;

    private final FileChannel file;
    private final int blockBytes;
    /** One for each thread that reads, with the block that it read last. */
    private final ThreadLocal<Block> blocks = ThreadLocal.withInitial(this::newBlock);

    private final Queue<Block> opened = new ConcurrentLinkedQueue<>();
    /** Where blocks start, in the file and unpacked; one more than is known to be whole. */
    private long[] packedStarts = new long[1 << 10];

    private long[] starts = new long[1 << 10];
    private int known;
    private long size = Long.MAX_VALUE;

    private BlockGzipBytes(FileChannel file, int blockBytes) {
        this.file = file;
        this.blockBytes = blockBytes;
    }

    /** Size of blocks in bytes, when a file that starts like this is made of blocks. */
    static OptionalInt blockBytes(byte[] start) {
        if (!Gzip.recognises(start)) {
            return OptionalInt.empty();
        }
        Matcher comment = COMMENT.matcher(new String(start, StandardCharsets.ISO_8859_1));
        if (start.length <= COMMENT_START || !comment.find(COMMENT_START) || comment.start() != COMMENT_START) {
            return OptionalInt.empty();
        }
        int bytes = Integer.parseInt(comment.group(1));
        return bytes > 0 && bytes <= MOST_BLOCK_BYTES ? OptionalInt.of(bytes) : OptionalInt.empty();
    }

    static BlockGzipBytes open(Path dump, int blockBytes) throws IOException {
        return new BlockGzipBytes(FileChannel.open(dump), blockBytes);
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
        Block block = blocks.get();
        if (!block.holds(position) && !block.seek(position)) {
            return -1;
        }
        int from = (int) (position - block.start);
        int count = Math.min(length, block.member.length() - from);
        System.arraycopy(block.member.content(), from, into, offset, count);
        return count;
    }

    @Override
    public synchronized long size() {
        return size;
    }

    @Override
    public synchronized double share(long position) {
        int block = blockAt(position);
        try {
            return Math.min(1, packedStarts[block] / (double) Math.max(1, file.size()));
        } catch (IOException unknown) {
            return 0;
        }
    }

    /** The last block known to start at or before a position. */
    private synchronized int blockAt(long position) {
        int place = Arrays.binarySearch(starts, 0, known + 1, position);
        return place >= 0 ? place : -place - 2;
    }

    /** Notes a block that was unpacked. */
    private synchronized void learn(int block, GzipMember member, boolean whole) {
        if (block != known || size != Long.MAX_VALUE) {
            return;
        }
        if (!whole) {
            size = starts[block] + member.length();
            return;
        }
        known++;
        if (known == starts.length) {
            starts = Arrays.copyOf(starts, 2 * known);
            packedStarts = Arrays.copyOf(packedStarts, 2 * known);
        }
        starts[known] = starts[block] + member.length();
        packedStarts[known] = member.next();
    }

    private synchronized long start(int block) {
        return starts[block];
    }

    private synchronized long packedStart(int block) {
        return packedStarts[block];
    }

    private Block newBlock() {
        Block block = new Block();
        opened.add(block);
        return block;
    }

    @Override
    public void close() throws IOException {
        opened.forEach(block -> block.member.close());
        file.close();
    }

    /** The block that a thread has unpacked. */
    private final class Block {
        private final GzipMember member = new GzipMember(file, blockBytes);
        private long start;

        boolean holds(long position) {
            return position >= start && position < start + member.length();
        }

        /** Unpacks the block that holds a position; false when the dump ends before it. */
        boolean seek(long position) throws IOException {
            if (position >= size()) {
                return false;
            }
            for (int block = blockAt(position); ; block++) {
                start = start(block);
                boolean whole = member.unpack(packedStart(block));
                learn(block, member, whole);
                if (holds(position)) {
                    return true;
                }
                if (!whole) {
                    return false;
                }
            }
        }
    }
}
