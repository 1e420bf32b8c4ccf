/** The report as JSON, and the JSON Schemas that it, comparisons and indexes keep to. */
package dev.offheap.reports.json;
