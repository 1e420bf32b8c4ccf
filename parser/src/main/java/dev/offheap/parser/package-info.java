/** The module {@code parser}. */
package dev.offheap.parser;
