/**
 * What Linux says of a process: {@code /proc/PID/smaps}, {@code smaps_rollup}, {@code maps}, {@code status}, and what
 * its container may use.
 *
 * <p>These are the only files that know which bytes are resident; all else knows what was asked for. Keys differ
 * between kernels, so every key is optional and unknown ones are passed over.
 */
package dev.offheap.parser.process;
