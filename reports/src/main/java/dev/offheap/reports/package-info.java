/**
 * An {@link dev.offheap.classifiers.Assessment} written as files. {@link dev.offheap.reports.Report} is the one model;
 * every format shows its values and computes none of its own.
 */
package dev.offheap.reports;
