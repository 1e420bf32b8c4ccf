/**
 * Asks live processes with what every Java runtime has: HotSpot through its attach socket, Node.js through its inspector.
 * Each class is a small program of its own, which {@code offheap-capture} runs where there is no {@code jcmd}.
 */
package dev.offheap.bin.live;
