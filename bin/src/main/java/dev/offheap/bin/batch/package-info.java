/**
 * Many incidents in one go: which files belong together, how many are read at once, and what is done already when a batch
 * is started again. It knows neither options nor formats; the command passes it what makes one report.
 */
package dev.offheap.bin.batch;
