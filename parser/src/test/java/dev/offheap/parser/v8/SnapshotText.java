package dev.offheap.parser.v8;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A heap snapshot in small, with the fields of one version of Node.js. */
public final class SnapshotText {
    private static final List<String> NODE_TYPES = List.of(
            "hidden", "array", "string", "object", "code", "closure", "regexp", "number", "native", "synthetic");
    private static final List<String> EDGE_TYPES =
            List.of("context", "element", "property", "internal", "hidden", "shortcut", "weak");

    private final List<String> fields;
    private final List<String> strings = new ArrayList<>(List.of("<dummy>"));
    private final List<long[]> nodes = new ArrayList<>();
    private final List<List<long[]>> edges = new ArrayList<>();
    private String extra = "";

    private SnapshotText(List<String> fields) {
        this.fields = fields;
    }

    /** Seven numbers to a node, as Node.js 18 to 22 write. */
    public static SnapshotText ofNode20() {
        return new SnapshotText(
                List.of("type", "name", "id", "self_size", "edge_count", "trace_node_id", "detachedness"));
    }

    /** Six numbers to a node, as Node.js 24 writes. */
    public static SnapshotText ofNode24() {
        return new SnapshotText(List.of("type", "name", "id", "self_size", "edge_count", "detachedness"));
    }

    public int node(String type, String name, long bytes) {
        nodes.add(new long[] {NODE_TYPES.indexOf(type), string(name), nodes.size() * 2L + 1, bytes});
        edges.add(new ArrayList<>());
        return nodes.size() - 1;
    }

    public SnapshotText edge(int from, String type, String name, int to) {
        edges.get(from).add(new long[] {EDGE_TYPES.indexOf(type), string(name), (long) to * fields.size()});
        return this;
    }

    public SnapshotText element(int from, int index, int to) {
        edges.get(from).add(new long[] {EDGE_TYPES.indexOf("element"), index, (long) to * fields.size()});
        return this;
    }

    /** Parts between the edges and the strings. */
    public SnapshotText with(String parts) {
        extra = parts;
        return this;
    }

    private int string(String text) {
        if (!strings.contains(text)) {
            strings.add(text);
        }
        return strings.indexOf(text);
    }

    public String text() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            long[] node = nodes.get(i);
            List<String> row = new ArrayList<>(List.of(
                    "" + node[0],
                    "" + node[1],
                    "" + node[2],
                    "" + node[3],
                    "" + edges.get(i).size()));
            while (row.size() < fields.size()) {
                row.add("0");
            }
            numbers.add(String.join(",", row));
        }
        String allEdges = edges.stream()
                .flatMap(List::stream)
                .map(edge -> edge[0] + "," + edge[1] + "," + edge[2])
                .collect(Collectors.joining(",\n"));
        return "{\"snapshot\":{\"meta\":{\"node_fields\":" + list(fields) + ",\"node_types\":[" + list(NODE_TYPES)
                + ",\"string\",\"number\"],\"edge_fields\":[\"type\",\"name_or_index\",\"to_node\"],\"edge_types\":["
                + list(EDGE_TYPES)
                + ",\"string_or_number\",\"node\"],\"location_fields\":[\"object_index\",\"script_id\","
                + "\"line\",\"column\"],\"trace_function_info_fields\":[\"function_id\",\"name\",\"script_name\"]},"
                + "\"node_count\":" + numbers.size() + "},\n\"nodes\":[" + String.join(",\n", numbers)
                + "],\n\"edges\":[" + allEdges
                + "],\n"
                + extra + "\"strings\":" + list(strings) + "}";
    }

    private static String list(List<String> texts) {
        return texts.stream().map(text -> '"' + text + '"').collect(Collectors.joining(",", "[", "]"));
    }
}
