/**
 * Reads heap dumps of the JVM in HPROF format into a {@link dev.offheap.parser.graph.HeapGraph}.
 */
package dev.offheap.parser.hprof;
