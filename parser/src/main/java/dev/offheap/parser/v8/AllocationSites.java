package dev.offheap.parser.v8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Call stacks that allocated nodes; there are some only when the snapshot was taken while allocations were tracked. */
public final class AllocationSites {
    private static final int DEEPEST = 200;

    private final List<Function> functions = new ArrayList<>();
    private final Map<Integer, Frame> frames = new HashMap<>();
    private String[] texts = {};

    private record Function(int name, int script) {}

    private record Frame(int function, int caller) {}

    /**
     * A call stack.
     *
     * @param scripts names of the scripts, innermost call first
     * @param functions names of the functions, in the same order
     */
    public record Site(List<String> scripts, List<String> functions) {}

    void addFunction(int name, int script) {
        functions.add(new Function(name, script));
    }

    /** @param caller number of the frame that called this one; 0 for the outermost */
    void addFrame(int number, int function, int caller) {
        frames.put(number, new Frame(function, caller));
    }

    void resolve(String[] all) {
        texts = all;
    }

    /** Numbers of the texts that name scripts and functions. */
    void eachText(java.util.function.IntConsumer visitor) {
        functions.forEach(function -> {
            visitor.accept(function.name);
            visitor.accept(function.script);
        });
    }

    Optional<Site> of(int trace) {
        List<String> scripts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Frame frame = frames.get(trace);
        while (frame != null && scripts.size() < DEEPEST) {
            if (frame.function >= 0 && frame.function < functions.size()) {
                Function function = functions.get(frame.function);
                scripts.add(text(function.script));
                names.add(text(function.name));
            }
            frame = frames.get(frame.caller);
        }
        return scripts.isEmpty() ? Optional.empty() : Optional.of(new Site(scripts, names));
    }

    private String text(int number) {
        return number >= 0 && number < texts.length && texts[number] != null ? texts[number] : "";
    }
}
