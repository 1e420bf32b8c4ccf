/**
 * What can be had back: the catalog's findings worked out for one process, and their sum without counting anything
 * twice.
 */
package dev.offheap.classifiers.saving;
