/** The report as JSON, and the JSON Schema it keeps to. */
package dev.offheap.reports.json;
