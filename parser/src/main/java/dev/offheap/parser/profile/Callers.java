package dev.offheap.parser.profile;

import java.util.List;

/** Which frame of a stack asked for memory: the first that is not of an allocator, a runtime library or the profiler. */
final class Callers {
    private static final List<String> SERVANTS = List.of(
            "libasyncProfiler",
            "libheaptrack",
            "libjemalloc",
            "libtcmalloc",
            "libmimalloc",
            "libc.so",
            "libc-",
            "libstdc++",
            "libc++",
            "libgcc_s",
            "libpthread",
            "libunwind",
            "ld-linux",
            "ld-musl");

    private Callers() {}

    /** Whether a library only allocates for others. */
    static boolean isServant(String library) {
        return SERVANTS.stream().anyMatch(library::startsWith);
    }
}
