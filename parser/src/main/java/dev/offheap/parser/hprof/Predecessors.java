package dev.offheap.parser.hprof;

import java.util.function.IntConsumer;

/** Who keeps each object alive, by numbers of a {@link Preorder}. Roots have none: nothing but number 0 matters there. */
final class Predecessors {
    /** Where those of each number end; those of number 0 begin at 0. */
    private final int[] ends;

    private final int[] numbers;

    /** @throws ArithmeticException when there are 2^31 of them or more */
    Predecessors(KeptAlive graph, Preorder order) {
        Sweep sweep = new Sweep(graph, order);
        sweep.count();
        ends = sweep.ends;
        numbers = new int[sweep.total()];
        sweep.fill(numbers);
    }

    /** Index of the first predecessor of a number, greater than 0. */
    int begin(int number) {
        return ends[number - 1];
    }

    /** Index behind the last. */
    int end(int number) {
        return ends[number];
    }

    int at(int index) {
        return numbers[index];
    }

    private static final class Sweep implements IntConsumer {
        private final KeptAlive graph;
        private final Preorder order;
        private final SeenObjects roots;
        private final int[] ends;
        private int[] numbers;
        private int from;

        Sweep(KeptAlive graph, Preorder order) {
            this.graph = graph;
            this.order = order;
            ends = new int[order.count];
            roots = new SeenObjects(graph.objects());
            for (int root : graph.roots()) {
                roots.add(root);
            }
        }

        void count() {
            run();
        }

        /** Turns counts into where each number's predecessors begin, to be moved to their ends by filling. */
        int total() {
            int sum = 0;
            for (int number = 0; number < ends.length; number++) {
                int count = ends[number];
                ends[number] = sum;
                sum = Math.addExact(sum, count);
            }
            return sum;
        }

        void fill(int[] into) {
            numbers = into;
            run();
        }

        private void run() {
            for (from = 1; from < order.count; from++) {
                graph.forEach(order.objectOf[from], this);
            }
        }

        @Override
        public void accept(int object) {
            if (roots.contains(object)) {
                return;
            }
            int number = order.numberOf[object];
            if (numbers != null) {
                numbers[ends[number]] = from;
            }
            ends[number]++;
        }
    }
}
