package dev.offheap.parser.v8;

import java.util.HashMap;
import java.util.Map;

/** The nodes of a snapshot in columns. */
final class Nodes {
    private final ByteColumn kinds = new ByteColumn();
    private final IntColumn names = new IntColumn();
    private final IntColumn ids = new IntColumn();
    private final IntColumn sizes = new IntColumn();
    private final IntColumn firstEdges = new IntColumn();

    /** Ends at the last node whose call stack is known: empty for most files. */
    private final IntColumn traces = new IntColumn();

    /** Sizes that do not fit into four bytes: buffers of more than 4 GiB. */
    private final Map<Integer, Long> large = new HashMap<>();

    private long edges;

    void add(NodeKind kind, int name, long id, long selfBytes, long edgeCount, int trace) {
        if (selfBytes != (selfBytes & 0xffffffffL)) {
            large.put(count(), selfBytes);
        }
        if (trace != 0) {
            while (traces.size() < count()) {
                traces.add(0);
            }
            traces.add(trace);
        }
        kinds.add(kind.ordinal());
        names.add(name);
        ids.add((int) id);
        sizes.add((int) selfBytes);
        firstEdges.add((int) edges);
        edges += edgeCount;
    }

    /** Ends the column of edges: one more than the nodes, so that every node's edges have an end. */
    void close() {
        firstEdges.add((int) edges);
    }

    int count() {
        return kinds.size();
    }

    /** Edges of all nodes so far. */
    long edges() {
        return edges;
    }

    int kind(int node) {
        return kinds.get(node);
    }

    int name(int node) {
        return names.get(node);
    }

    long id(int node) {
        return ids.get(node) & 0xffffffffL;
    }

    long selfBytes(int node) {
        Long more = large.isEmpty() ? null : large.get(node);
        return more == null ? sizes.get(node) & 0xffffffffL : more;
    }

    int firstEdge(int node) {
        return firstEdges.get(node);
    }

    /** Number of the call stack that allocated the node; 0 when it is not known. */
    int trace(int node) {
        return node < traces.size() ? traces.get(node) : 0;
    }
}
