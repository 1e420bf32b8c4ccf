/**
 * Limits that a team sets, held against a report: a gate for a pipeline. A limit that cannot be checked, because no file
 * told the figure, counts as exceeded: a gate that opens when it sees nothing is none.
 */
package dev.offheap.reports.budget;
