package dev.offheap.classifiers.owner.v8;

import dev.offheap.classifiers.owner.NativeBlock;

/**
 * Native memory behind one node of one isolate.
 *
 * @param isolate whose node it is
 * @param node the node that carries it
 * @param pattern how the report calls this way of holding memory
 * @param name of the node, for example {@code Node / zlib_memory}
 * @param memory its size, and how that is known
 * @param kind which memory it is, for the ledger
 */
record V8Block(Isolate isolate, int node, String pattern, String name, NativeBlock memory, Kind kind) {
    /** Where the ledger puts it. */
    enum Kind {
        /** ArrayBuffers: allocated at once, resident when touched. */
        BUFFER,
        /** Contexts of deflate and inflate, of which about four fifths are touched. */
        ZLIB,
        /** Contexts of brotli, of which a small part is touched. */
        BROTLI,
        /** Objects of Node.js. */
        HANDLE,
        /** By a rule of the catalog. */
        RULE
    }
}
