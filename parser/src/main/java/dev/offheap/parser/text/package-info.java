/**
 * What all text formats share: bounded lines without the prefixes a log puts before them, and numbers with units.
 *
 * <p>Captures arrive as people took them: through {@code kubectl logs}, a Windows shell, a mail program. Formats are
 * therefore read by token from lines that were cleaned here once, and several formats may follow each other in one
 * file.
 */
package dev.offheap.parser.text;
