/**
 * The command {@code offheap}: reads options, connects parser, classifiers and reports, and decides nothing itself.
 */
package dev.offheap.bin;
