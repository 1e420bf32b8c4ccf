package dev.offheap.parser.hprof;

import java.io.IOException;

/** The dump ends where more was due. Has no stack trace: it is an answer, not a fault. */
final class Cut extends IOException {
    private static final long serialVersionUID = 1L;

    /** Where the dump ends. */
    private final long position;

    Cut(long position) {
        this.position = position;
    }

    long position() {
        return position;
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
