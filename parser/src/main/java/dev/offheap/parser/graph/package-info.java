/**
 * The one port to a heap, whatever file it was read from: int-numbered objects, their types, fields and references.
 *
 * <p>Providers live beside this package, one per reader ({@code hprof}, {@code mat}). Questions that any
 * provider answers alike (which references are strong, what a string says) are answered here, once.
 */
package dev.offheap.parser.graph;
