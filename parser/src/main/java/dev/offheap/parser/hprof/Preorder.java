package dev.offheap.parser.hprof;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Everything alive, numbered in the order in which a search in depth finds it from the roots. Number 0 is an object
 * that is not there and keeps all roots alive.
 */
final class Preorder {
    /** Number by object, 0 for garbage. */
    final int[] numberOf;
    /** Object by number. */
    final int[] objectOf;
    /** Number from which each was found, by number. */
    final int[] parent;
    /** How many there are, number 0 included. */
    final int count;

    Preorder(KeptAlive graph) {
        numberOf = new int[graph.objects()];
        int[] objects = new int[graph.objects() + 1];
        int[] parents = new int[graph.objects() + 1];
        Stack stack = new Stack(numberOf);
        for (int root : graph.roots()) {
            stack.accept(root);
        }
        int found = 1;
        while (stack.size > 0) {
            int from = stack.entries[--stack.size];
            int object = stack.entries[--stack.size];
            if (numberOf[object] == 0) {
                numberOf[object] = found;
                objects[found] = object;
                parents[found] = from;
                stack.from = found++;
                graph.forEach(object, stack);
            }
        }
        count = found;
        objectOf = found == objects.length ? objects : Arrays.copyOf(objects, found);
        parent = found == parents.length ? parents : Arrays.copyOf(parents, found);
    }

    /** What waits to be visited: pairs of an object and the number it was seen from. */
    private static final class Stack implements IntConsumer {
        private final int[] numberOf;
        private int[] entries = new int[1 << 16];
        private int size;
        private int from;

        Stack(int[] numberOf) {
            this.numberOf = numberOf;
        }

        @Override
        public void accept(int object) {
            if (numberOf[object] != 0) {
                return;
            }
            if (size == entries.length) {
                entries = Arrays.copyOf(entries, 2 * size);
            }
            entries[size++] = object;
            entries[size++] = from;
        }
    }
}
