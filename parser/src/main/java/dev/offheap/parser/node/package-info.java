/**
 * What a Node.js process says of itself, heap snapshots apart: diagnostic reports, {@code process.memoryUsage()}, {@code
 * v8.getHeapStatistics()}, and the packages that a project has installed.
 *
 * <p>Only figures, versions and the names of native files are taken. Environment, arguments, hosts, sockets and stacks
 * are passed over while reading, so that nothing later can print them.
 */
package dev.offheap.parser.node;
