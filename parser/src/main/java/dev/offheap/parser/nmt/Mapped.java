package dev.offheap.parser.nmt;

import java.util.OptionalLong;

/**
 * Address space, in bytes.
 *
 * @param committed of the reserved bytes, usable ones: they may or may not be resident
 * @param peak the most that was ever committed, where the JDK prints it
 */
public record Mapped(long reserved, long committed, OptionalLong peak) {
    public static final Mapped NONE = new Mapped(0, 0, OptionalLong.empty());
}
