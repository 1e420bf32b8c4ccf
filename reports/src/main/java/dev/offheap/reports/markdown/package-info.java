/** A summary in Markdown to paste into a ticket, beside the HTML that is attached. */
package dev.offheap.reports.markdown;
