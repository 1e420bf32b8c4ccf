/**
 * Which kind of file is this? Told by content, never by name; folders, compressed files and texts that hold several
 * reports are taken apart here, and one bad input never hides the others.
 *
 * <p>{@link dev.offheap.parser.capture.EvidenceReader} is the way in.
 */
package dev.offheap.parser.capture;
