/**
 * Who holds the native memory of a Node.js process: the same rule of nearest labelled holders, for the graph of V8.
 *
 * <p>A label comes from the script of a function rather than from a class: functions are labelled by the package that
 * their script lies in, then what they alone hold (contexts, instances, modules). One search forward from all labels
 * gives every buffer and every native object to its nearest holder. Paths from roots and dominators lose all of zlib:
 * Node.js keeps its handles alive from roots of its own. Measured in {@code fixtures/node}.
 */
package dev.offheap.classifiers.owner.v8;
