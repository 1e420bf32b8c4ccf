/** The module {@code bin}. */
package dev.offheap.bin;
