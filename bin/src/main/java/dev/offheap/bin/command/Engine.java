package dev.offheap.bin.command;

import dev.offheap.bin.ExitCode;
import dev.offheap.parser.InputException;
import dev.offheap.parser.Limits;
import dev.offheap.parser.capture.HeapReader;
import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.Progress;
import dev.offheap.parser.hprof.HprofHeap;
import dev.offheap.parser.mat.MatHeap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The readers of heap dumps that a person can choose from. */
enum Engine {
    /** The heap index of this tool. */
    INDEX {
        @Override
        HeapGraph open(Path file, Limits limits, Progress progress) throws IOException {
            return HprofHeap.open(file, limits, progress);
        }
    },
    /** Eclipse MAT API. */
    MAT {
        @Override
        HeapGraph open(Path file, Limits limits, Progress progress) throws IOException {
            return MatHeap.open(file, limits, progress);
        }
    };

    abstract HeapGraph open(Path file, Limits limits, Progress progress) throws IOException;

    static String names() {
        return Arrays.stream(values()).map(Engine::label).collect(Collectors.joining(" or "));
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The engine of that name; the first for null. */
    static Engine of(String name) {
        return Arrays.stream(values())
                .filter(engine -> name == null || engine.label().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new FailedException(ExitCode.USAGE, "there is no engine '" + name + "'; choose " + names()));
    }

    HeapReader reader(Limits limits, Console console) {
        return (file, name) -> {
            try (TerminalProgress progress = TerminalProgress.on(console, name)) {
                return open(file, limits, progress);
            } catch (InputException e) {
                throw e;
            } catch (IOException e) {
                throw new InputException(
                        name, "", "reading failed (" + e + ")", "copy it to a local disk and try again");
            }
        };
    }
}
