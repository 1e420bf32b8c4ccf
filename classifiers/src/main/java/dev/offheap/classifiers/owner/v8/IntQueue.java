package dev.offheap.classifiers.owner.v8;

import java.util.ArrayDeque;

/** First in, first out, for ints; gives memory back as it drains, so its size is that of the widest front. */
final class IntQueue {
    private static final int CHUNK = 1 << 14;

    private final ArrayDeque<int[]> chunks = new ArrayDeque<>();
    private int[] last;
    private int head;
    private int tail = CHUNK;

    void add(int value) {
        if (tail == CHUNK) {
            last = new int[CHUNK];
            chunks.addLast(last);
            tail = 0;
        }
        last[tail++] = value;
    }

    boolean isEmpty() {
        return chunks.isEmpty() || (chunks.size() == 1 && head == tail);
    }

    /** Takes the oldest; the queue must not be empty. */
    int take() {
        int value = chunks.peekFirst()[head++];
        if (head == CHUNK) {
            chunks.removeFirst();
            head = 0;
            if (chunks.isEmpty()) {
                tail = CHUNK;
            }
        }
        return value;
    }
}
