package dev.offheap.parser.v8;

import java.util.List;

/**
 * What a snapshot says of its own form. The fields of nodes and edges differ between versions of V8, so their places
 * are read, never assumed.
 *
 * @param nodeFields names of the numbers that make a node
 * @param nodeKinds by their number in the file
 * @param edgeFields names of the numbers that make an edge
 * @param edgeKinds by their number in the file
 * @param locationFields names of the numbers that make a location
 * @param traceFunctionFields names of the numbers that make a function of a call stack
 */
record SnapshotMeta(
        List<String> nodeFields,
        List<NodeKind> nodeKinds,
        List<String> edgeFields,
        List<EdgeKind> edgeKinds,
        List<String> locationFields,
        List<String> traceFunctionFields) {

    /** More fields than any version has; a row of more is not a snapshot's. */
    private static final int MOST_FIELDS = 32;

    boolean isUsable() {
        return nodeFields.containsAll(List.of("type", "name", "id", "self_size", "edge_count"))
                && edgeFields.containsAll(List.of("type", "name_or_index", "to_node"))
                && nodeFields.size() <= MOST_FIELDS
                && edgeFields.size() <= MOST_FIELDS
                && !nodeKinds.isEmpty()
                && !edgeKinds.isEmpty();
    }
}
