/**
 * V8 heap snapshots ({@code .heapsnapshot}, as Node.js and browsers write them).
 *
 * <p>{@link dev.offheap.parser.v8.V8Heap} is a port of its own and not a {@code HeapGraph}: V8's nodes have no classes
 * with typed fields, its edges have names and kinds, and who owns memory is told by the script of a function rather than
 * by a class. What the two have in common, numbered nodes and their references, is too little to share.
 */
package dev.offheap.parser.v8;
