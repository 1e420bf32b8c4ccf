package dev.offheap.classifiers;

import java.util.List;

/**
 * A pattern of waste that the evidence shows, with its remedy.
 *
 * @param id stable: the same waste in another incident has the same id
 * @param owner id of the owner, or the ledger line, that would shrink
 * @param title one sentence with the figure in it
 * @param beforeBytes what the waste is part of: the size that would shrink
 * @param verify commands or checks that show whether the remedy worked
 */
public record Finding(
        String id,
        String owner,
        String title,
        Status status,
        Basis basis,
        long beforeBytes,
        Saving saving,
        List<Proof> evidence,
        Advice advice,
        List<String> verify) {
    public Finding {
        evidence = List.copyOf(evidence);
        verify = List.copyOf(verify);
    }

    /** Whether the remedy is still to be applied. */
    public enum Status {
        OPEN,
        APPLIED
    }

    /**
     * What to do.
     *
     * @param summary one sentence
     * @param steps in order
     * @param snippets what to paste
     */
    public record Advice(String summary, List<String> steps, List<Snippet> snippets, Scope scope) {
        public Advice {
            steps = List.copyOf(steps);
            snippets = List.copyOf(snippets);
        }
    }

    /** Text to paste; the language names its form, for example {@code shell}, {@code java}, {@code properties}. */
    public record Snippet(String language, String code) {}

    /** Where the advice holds. */
    public enum Scope {
        PRODUCTION,
        DEVELOPMENT,
        ANY
    }
}
