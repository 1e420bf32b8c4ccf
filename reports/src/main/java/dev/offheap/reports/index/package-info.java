/** Many incidents on one page: a row for each, failures too, and what each owner takes over all of them. */
package dev.offheap.reports.index;
