package dev.offheap.parser.v8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code snapshot.meta}. */
final class MetaReader {
    /** Longer than any list of names in it. */
    private static final int MOST = 256;

    private List<String> nodeFields = List.of();
    private List<String> nodeKinds = List.of();
    private List<String> edgeFields = List.of();
    private List<String> edgeKinds = List.of();
    private List<String> locationFields = List.of();
    private List<String> traceFunctionFields = List.of();

    SnapshotMeta read(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "node_fields" -> nodeFields = names(json);
                case "node_types" -> nodeKinds = kinds(json);
                case "edge_fields" -> edgeFields = names(json);
                case "edge_types" -> edgeKinds = kinds(json);
                case "location_fields" -> locationFields = names(json);
                case "trace_function_info_fields" -> traceFunctionFields = names(json);
                default -> json.skipChildren();
            }
        }
        return new SnapshotMeta(
                nodeFields,
                nodeKinds.stream().map(NodeKind::of).toList(),
                edgeFields,
                edgeKinds.stream().map(EdgeKind::of).toList(),
                locationFields,
                traceFunctionFields);
    }

    /** The first element is the list of kinds, the others say what the other fields are. */
    private static List<String> kinds(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return List.of();
        }
        List<String> first = List.of();
        boolean read = false;
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.START_ARRAY && !read) {
                first = names(json);
                read = true;
            } else {
                json.skipChildren();
            }
        }
        return first;
    }

    private static List<String> names(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (names.size() < MOST) {
                names.add(json.getText());
            }
        }
        return names;
    }
}
