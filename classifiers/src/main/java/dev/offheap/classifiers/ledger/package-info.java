/**
 * Where RSS went: every resident byte of a JVM gets one label, and what nothing explains is a line of its own.
 *
 * <p>The identity: the mappings of the process are divided by what the JVM says it uses them for; what is left is
 * files, libraries, stacks of other threads and the C heap. The C heap is divided by what the JVM's own tracking
 * counted and by the C library's total of all callers: the difference is what JNI libraries hold. Where a file is
 * missing the division is coarser, and one warning names the file that would narrow it most.
 */
package dev.offheap.classifiers.ledger;
