package dev.offheap.parser.text;

/**
 * One line of a text input.
 *
 * @param number from 1
 * @param text without the line end, without what a log put before it, indentation kept
 */
public record Line(int number, String text) {}
