/**
 * The report as SARIF 2.1.0, for code-review systems: a result for each limit that was not kept and each open finding, with
 * a fingerprint that stays the same from run to run.
 */
package dev.offheap.reports.sarif;
