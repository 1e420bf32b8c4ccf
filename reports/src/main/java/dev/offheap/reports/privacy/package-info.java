/**
 * What a report shows of names. By default names of classes, libraries and files are shown and nothing else of the process;
 * {@code strict} replaces those of the application too. It works on the finished {@link dev.offheap.reports.Report}, so no
 * format can forget it.
 */
package dev.offheap.reports.privacy;
