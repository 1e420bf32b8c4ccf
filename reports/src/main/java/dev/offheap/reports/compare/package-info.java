/**
 * Two reports of the same service, before and after: what grew, which findings came and went, and whether what a fix was to
 * give back was given back. It needs the reports only, so two JSON files do where the captures are long gone.
 */
package dev.offheap.reports.compare;
