/**
 * Profiles of native allocations: who called {@code malloc} for memory that was not freed.
 *
 * <p>Only these split what JNI libraries hold by library exactly; a heap dump knows pointers, not sizes. Three tools
 * write files that are read here: async-profiler, heaptrack and jemalloc.
 */
package dev.offheap.parser.profile;
