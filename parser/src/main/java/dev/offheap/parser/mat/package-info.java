/**
 * Reads heap dumps of the JVM with the Eclipse MAT API into a {@link dev.offheap.parser.graph.HeapGraph}.
 *
 * <p>It is the reference that every answer of the {@code hprof} package is compared with, and a second engine for a
 * dump that the first one should fail on. Eclipse publishes no artifact with the API; {@code com.squareup.haha:haha}
 * carries an old one whose faults are worked round here, one class per fault or stated where they cannot be:
 *
 * <ul>
 *   <li>indexes are written beside the file it opens: it is given a link in a folder of its own, {@code MatOpening};
 *   <li>its reader of objects is one for all open dumps: each gets its own, {@code MatOpening};
 *   <li>packed, cut and foreign files fail without a word: they are checked first, {@code MatChecks};
 *   <li>it needs 1 GB of Java heap per GB of dump and crawls when it has less: so is that, {@code MatChecks};
 *   <li>it invents objects (a boot class loader, missing array classes): they are taken out, {@code MatNumbers};
 *   <li>it drops referents of references, which makes garbage of what they alone lead to: switched off,
 *       {@code MatOpening};
 *   <li>garbage that it keeps counts as a root for dominators: these are computed in a second snapshot without
 *       garbage, {@code MatDominators}.
 * </ul>
 *
 * What stays wrong: sizes assume references of 8 bytes and headers of 16 (38 % too much with compressed references),
 * sizes of one object above 2 GiB, the kind JNI_GLOBAL is told from NATIVE_STACK only as JDKs write them.
 */
package dev.offheap.parser.mat;
