/**
 * {@link dev.offheap.parser.Evidence} turned into one {@link dev.offheap.classifiers.Assessment}: who owns the native
 * memory, where the resident memory went, what can be had back.
 *
 * <p>The packages below know libraries (as data, in {@code catalog}) and nothing of file formats. The records of this
 * package are the report's contract: {@code offheap schema} prints their JSON form.
 */
package dev.offheap.classifiers;
