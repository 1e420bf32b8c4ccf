package dev.offheap.parser.v8;

/** The edges of a snapshot in columns, in the order of the nodes that they leave. */
final class Edges {
    private final ByteColumn kinds = new ByteColumn();
    private final IntColumn labels = new IntColumn();
    private final IntColumn targets = new IntColumn();

    void add(EdgeKind kind, int label, int target) {
        kinds.add(kind.ordinal());
        labels.add(label);
        targets.add(target);
    }

    int count() {
        return kinds.size();
    }

    int kind(int edge) {
        return kinds.get(edge);
    }

    /** Number of the name's text, or the number of the link, as its kind has it. */
    int label(int edge) {
        return labels.get(edge);
    }

    int target(int edge) {
        return targets.get(edge);
    }
}
