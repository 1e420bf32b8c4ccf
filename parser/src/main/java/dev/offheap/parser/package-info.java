/**
 * Bytes and text of an incident, read into one {@link dev.offheap.parser.Evidence}.
 *
 * <p>The packages below know file formats and nothing of libraries: what a class or a category means for the memory of
 * a process is decided by the classifiers.
 */
package dev.offheap.parser;
