package dev.offheap.bin;

import dev.offheap.bin.command.Console;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.util.Locale;

/** Standard output that knows what it could not write. Java's own forgets the reason, and data that is not there is no success. */
final class StandardOutput extends FilterOutputStream {
    private IOException failure;

    StandardOutput() {
        super(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /** What the process returns, when it would return a code if all had been written. */
    int code(int code, Console console) {
        if (failure == null) {
            return code;
        }
        String reason = String.valueOf(failure.getMessage());
        if (reason.toLowerCase(Locale.ROOT).contains("broken pipe")) {
            return ExitCode.UNREAD; // as head does when it has seen enough: nothing to tell anybody
        }
        console.error("standard output cannot be written (" + reason + "); write to a file with -o, or make room");
        return ExitCode.FAILED;
    }
}
