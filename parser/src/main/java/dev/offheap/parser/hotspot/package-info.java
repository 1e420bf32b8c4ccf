/**
 * What HotSpot writes beside its memory tracking: error logs, {@code VM.info}, the allocator's own figures, maps that
 * name the JVM's regions.
 */
package dev.offheap.parser.hotspot;
