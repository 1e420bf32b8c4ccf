package dev.offheap.classifiers.owner.v8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The labels met so far, numbered, for all isolates of a process. */
final class Labels {
    /** No label. */
    static final char NONE = 0;

    private static final int MOST = Character.MAX_VALUE;

    private final List<Label> labels = new ArrayList<>();
    private final Map<Label, Character> numbers = new HashMap<>();
    private final Map<String, Character> byScript = new HashMap<>();

    Labels() {
        labels.add(null);
    }

    /** Number of a script's label; {@link #NONE} when it has none. Beyond 65,535 labels the last one is shared. */
    char ofScript(String script) {
        return byScript.computeIfAbsent(script, name -> {
            Optional<Label> label = Label.of(name);
            return label.isEmpty() ? NONE : number(label.get());
        });
    }

    private char number(Label label) {
        return numbers.computeIfAbsent(label, one -> {
            if (labels.size() == MOST) {
                return (char) (MOST - 1);
            }
            labels.add(one);
            return (char) (labels.size() - 1);
        });
    }

    Label get(char number) {
        return labels.get(number);
    }

    /** All labels but {@link #NONE}. */
    List<Label> all() {
        return labels.subList(1, labels.size());
    }

    boolean isApplication(char number) {
        return number != NONE && labels.get(number).isApplication();
    }
}
