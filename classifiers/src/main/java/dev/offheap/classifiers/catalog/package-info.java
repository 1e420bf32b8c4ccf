/**
 * Libraries as data: one YAML file per library under {@code resources/catalog}, read into
 * {@link dev.offheap.classifiers.catalog.Library}.
 *
 * <p>A file says which classes are the library's, which of its objects carry native memory and how much, which waste is
 * typical and what to do about it. Formulas in it are {@link dev.offheap.classifiers.formula.Formula}s. No library has
 * code of its own.
 */
package dev.offheap.classifiers.catalog;
