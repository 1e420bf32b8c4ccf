package dev.offheap.parser.hotspot;

/**
 * What {@code jcmd PID System.trim_native_heap} printed.
 *
 * @param freed bytes that the process gave back
 */
public record Trim(String input, long freed) {}
