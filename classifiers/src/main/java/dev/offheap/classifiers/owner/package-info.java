/**
 * Who holds the native memory of a JVM: the rule of nearest labelled holders.
 *
 * <p>Objects of a library or of the application are labelled by their class; a search forward from all of them at once,
 * over strong references only, gives every other object the label of its nearest holder. Dominators are not asked: the
 * JDK's static list of cleaners dominates every direct buffer.
 */
package dev.offheap.classifiers.owner;
