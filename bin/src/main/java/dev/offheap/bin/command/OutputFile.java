package dev.offheap.bin.command;

import dev.offheap.bin.ExitCode;
import dev.offheap.parser.temporary.TemporaryFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One output of a command: a file that appears under its name only when it is whole, or standard output for {@code -}.
 *
 * @param name as given on the command line
 * @param replace whether an existing file may be replaced
 */
record OutputFile(String name, boolean replace) {
    static final String STDOUT = "-";

    boolean isStdout() {
        return name.equals(STDOUT);
    }

    /**
     * Checks before the work, not after it, that the output can be written.
     *
     * @throws FailedException when it exists already or its folder does not
     */
    void check() {
        if (isStdout()) {
            return;
        }
        Path file = Path.of(name);
        if (isDevice()) {
            return;
        }
        if (Files.exists(file) && !replace) {
            throw new FailedException(ExitCode.FAILED, name + " exists already; pass --force to replace it");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new FailedException(ExitCode.FAILED, name + ": the folder does not exist; make it first");
        }
        if (Files.isDirectory(file)) {
            throw new FailedException(ExitCode.FAILED, name + " is a folder; name a file");
        }
    }

    /**
     * Checks that the output is another file than one that was read.
     *
     * @throws FailedException when it is the same
     */
    void mustNotBe(Path input) {
        try {
            if (!isStdout() && Files.exists(Path.of(name)) && Files.isSameFile(Path.of(name), input)) {
                throw new FailedException(
                        ExitCode.FAILED, name + " is one of the inputs and is not replaced; name another file");
            }
        } catch (IOException unreadable) {
            throw cannotWrite(unreadable);
        }
    }

    /** A terminal, a pipe or /dev/null: written through, never replaced by a file. */
    private boolean isDevice() {
        Path file = Path.of(name);
        return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    }

    void write(String content, Console console) {
        if (isStdout()) {
            console.out().print(content);
            console.out().flush();
        } else if (isDevice()) {
            writeThrough(content);
        } else {
            writeWhole(content);
        }
    }

    private void writeThrough(String content) {
        try {
            Files.writeString(Path.of(name), content, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    private void writeWhole(String content) {
        Path file = Path.of(name).toAbsolutePath();
        try (TemporaryFile unfinished = TemporaryFile.in(file.getParent())) {
            unfinished.write(content);
            if (!replace && Files.exists(file)) {
                throw new FailedException(
                        ExitCode.FAILED, name + " was made by somebody else meanwhile; pass --force to replace it");
            }
            unfinished.moveTo(file);
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    private FailedException cannotWrite(IOException e) {
        return new FailedException(
                ExitCode.FAILED,
                name + ": cannot be written (" + reason(e) + "); check the space and permissions of its folder");
    }

    /** What the system said; the exceptions that only name a file say it by their own name. */
    private static String reason(IOException e) {
        String said = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
        return said == null ? e.getClass().getSimpleName() : said;
    }
}
