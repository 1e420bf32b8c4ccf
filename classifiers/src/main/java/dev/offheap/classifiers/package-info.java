/** The module {@code classifiers}. */
package dev.offheap.classifiers;
