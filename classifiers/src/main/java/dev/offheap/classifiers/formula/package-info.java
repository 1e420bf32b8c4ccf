/**
 * Formulas over the objects of a heap, as the catalog writes them: {@code chunkSize - freeBytes},
 * {@code sum(chain(qInit.head, 'next'), 'chunkSize')}.
 *
 * <p>The language is Apache Commons JEXL with everything taken out that could do more than compute: no loops, no
 * assignments, no object creation, no methods; names are fields of the object at hand, {@code .} follows references. A
 * field that is named like a word or a function of the language is written {@code self.size}, {@code self.count}.
 */
package dev.offheap.classifiers.formula;
