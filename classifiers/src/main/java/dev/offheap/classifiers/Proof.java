package dev.offheap.classifiers;

import java.util.List;

/**
 * What a figure rests on.
 *
 * @param text one sentence
 * @param path from holder to held, as class and field names; empty where there is no path
 */
public record Proof(String text, List<String> path) {
    public Proof {
        path = List.copyOf(path);
    }

    public static Proof of(String text) {
        return new Proof(text, List.of());
    }
}
