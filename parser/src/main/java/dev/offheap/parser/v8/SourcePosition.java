package dev.offheap.parser.v8;

/**
 * A place in a script.
 *
 * @param scriptId V8's number of the script
 * @param line counted from 0
 * @param column counted from 0
 */
public record SourcePosition(int scriptId, int line, int column) {}
