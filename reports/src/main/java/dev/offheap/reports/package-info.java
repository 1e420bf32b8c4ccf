/** The module {@code reports}. */
package dev.offheap.reports;
