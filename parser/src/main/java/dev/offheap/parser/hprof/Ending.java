package dev.offheap.parser.hprof;

/**
 * How reading a dump ended.
 *
 * @param position behind the last byte that was read
 * @param cut whether the file ends before the dump does
 * @param damagedAt where something was met that is no part of a dump, or -1
 * @param several whether other dumps follow in the same file
 */
record Ending(long position, boolean cut, long damagedAt, boolean several) {
    boolean complete() {
        return !cut && damagedAt < 0;
    }
}
