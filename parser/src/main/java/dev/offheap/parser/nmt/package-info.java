/**
 * Native Memory Tracking text: what {@code jcmd VM.native_memory}, an error log or the end of a process printed.
 *
 * <p>The text is not determined by the number of the JDK: update releases differ, one process says {@code tag=} in one
 * report and {@code type=} in another, the locale changes decimal marks, people collapse blanks. Nothing here asks for
 * a version; every line is read by its tokens, and a line that no rule reads is listed.
 */
package dev.offheap.parser.nmt;
