/**
 * Files that are there while they are needed and gone afterwards: when the work is done, when it fails, when the process is
 * interrupted. What a kill leaves behind, the next run finds and removes: a temporary file is claimed by a lock of the
 * system, and that goes with its process.
 */
package dev.offheap.parser.temporary;
