package dev.offheap.parser.v8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.offheap.parser.InputException;
import dev.offheap.parser.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads a heap snapshot in one pass. The file is one JSON object whose arrays of numbers come first and whose strings
 * come last, so by then it is known which of them name something.
 *
 * <p>Format: {@code HeapSnapshotJSONSerializer} of V8; seen on Node.js 18 to 26.
 */
public final class SnapshotReader {
    /** Deeper than the tree of call stacks goes. */
    private static final int DEEPEST = Limits.JSON_DEEP;

    /** V8 cuts every string at about a thousand characters. */
    private static final int LONGEST_TEXT = 1 << 20;

    private static final int LONGEST_KEPT = 2_048;

    /** More bytes than any machine has; sums of such sizes must not overflow. */
    private static final long LARGEST_NODE = 1L << 45;

    /** More strings than a snapshot of 80 GB has; what is marked of them takes a bit each. */
    private static final int MOST_TEXTS = 1 << 28;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNumberLength(32)
                    .maxNameLength(256)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    /** Strings that tell who owns memory: scripts by path, the size of a page cache, and the names of V8's truth values. */
    private static final Pattern TELLING = Pattern.compile(
            "(?is)true|false|.{1,512}\\.(?:[cm]?[jt]s|node)|\\s*(?:pragma\\s+)?(?:cache_size|mmap_size)\\s*=.{1,32}");

    private final String input;
    private final Nodes nodes = new Nodes();
    private final Edges edges = new Edges();
    private final Positions positions = new Positions();
    private final AllocationSites sites = new AllocationSites();
    private final BitSet names = new BitSet();
    private final BitSet data = new BitSet();
    private SnapshotMeta meta;
    private String[] texts;
    private String part = "its beginning";

    /** Numbers of nodes and edges by the header; negative where it says nothing. */
    private long nodesSaid = -1;

    private long edgesSaid = -1;

    private SnapshotReader(String input) {
        this.input = input;
    }

    /**
     * Reads a snapshot.
     *
     * @param in its bytes, unpacked; not closed
     * @param input name of the file for messages
     * @throws InputException when it is cut or is no snapshot: with the place and what to do
     */
    public static V8Heap read(InputStream in, String input) throws IOException {
        return new SnapshotReader(input).read(in);
    }

    private V8Heap read(InputStream in) throws IOException {
        JsonParser json = JSON.createParser(in);
        try {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw broken(json, "it does not begin like a heap snapshot");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                part = json.currentName();
                json.nextToken();
                readPart(json);
            }
        } catch (JsonProcessingException e) {
            throw broken(json, "it is cut or damaged in '" + part + "'");
        }
        if (edges.count() != nodes.edges()) {
            throw broken(json, "it has " + edges.count() + " edges where its nodes have " + nodes.edges());
        }
        if (texts == null || nodes.count() == 0) {
            throw broken(json, "it has no nodes or no strings");
        }
        requireCount(json, "nodes", nodesSaid, nodes.count());
        requireCount(json, "edges", edgesSaid, edges.count());
        sites.resolve(texts);
        return new V8Heap(input, nodes, edges, texts, positions, sites);
    }

    private static long number(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return json.getLongValue();
        }
        json.skipChildren();
        return -1;
    }

    private void requireCount(JsonParser json, String what, long said, long found) throws IOException {
        if (said >= 0 && said != found) {
            throw broken(json, "it has " + found + " " + what + " where its header says " + said);
        }
    }

    private void readPart(JsonParser json) throws IOException {
        switch (part) {
            case "snapshot" -> readHeader(json);
            case "nodes" -> readNodes(json);
            case "edges" -> readEdges(json);
            case "trace_function_infos" -> readFunctions(json);
            case "trace_tree" -> readFrames(json, 0, 0);
            case "locations" -> readLocations(json);
            case "strings" -> readStrings(json);
            default -> json.skipChildren();
        }
    }

    private void readHeader(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            switch (key) {
                case "meta" -> meta = new MetaReader().read(json);
                case "node_count" -> nodesSaid = number(json);
                case "edge_count" -> edgesSaid = number(json);
                default -> json.skipChildren();
            }
        }
    }

    private void readNodes(JsonParser json) throws IOException {
        if (nodes.count() > 0) {
            throw broken(json, "it has nodes twice");
        }
        if (meta == null || !meta.isUsable()) {
            throw broken(json, "it does not say what its nodes are made of");
        }
        List<String> fields = meta.nodeFields();
        int type = fields.indexOf("type");
        int name = fields.indexOf("name");
        int id = fields.indexOf("id");
        int size = fields.indexOf("self_size");
        int edgeCount = fields.indexOf("edge_count");
        int trace = fields.indexOf("trace_node_id");
        long[] row = new long[fields.size()];
        while (nextRow(json, row)) {
            NodeKind kind = row[type] >= 0 && row[type] < meta.nodeKinds().size()
                    ? meta.nodeKinds().get((int) row[type])
                    : NodeKind.OTHER;
            if (row[edgeCount] < 0
                    || nodes.edges() + row[edgeCount] > Integer.MAX_VALUE - 8
                    || row[size] < 0
                    || row[size] > LARGEST_NODE) {
                throw broken(json, "a node has an impossible size or number of edges");
            }
            int text = text(json, row[name]);
            (kind.isData() ? data : names).set(text);
            nodes.add(kind, text, row[id], row[size], row[edgeCount], trace < 0 ? 0 : (int) row[trace]);
        }
        nodes.close();
    }

    private void readEdges(JsonParser json) throws IOException {
        if (nodes.count() == 0) {
            throw broken(json, "it has no nodes before its edges");
        }
        List<String> fields = meta.edgeFields();
        int type = fields.indexOf("type");
        int label = fields.indexOf("name_or_index");
        int target = fields.indexOf("to_node");
        int stride = meta.nodeFields().size();
        long[] row = new long[fields.size()];
        while (nextRow(json, row)) {
            EdgeKind kind = row[type] >= 0 && row[type] < meta.edgeKinds().size()
                    ? meta.edgeKinds().get((int) row[type])
                    : EdgeKind.OTHER;
            long node = row[target] / stride;
            if (row[target] < 0
                    || row[target] % stride != 0
                    || node >= nodes.count()
                    || edges.count() >= nodes.edges()) {
                throw broken(json, "an edge leads to no node");
            }
            if (kind.isNumbered()) {
                edges.add(kind, (int) row[label], (int) node);
            } else {
                int text = text(json, row[label]);
                names.set(text);
                edges.add(kind, text, (int) node);
            }
        }
    }

    private void readLocations(JsonParser json) throws IOException {
        List<String> fields = meta == null ? List.of() : meta.locationFields();
        int object = fields.indexOf("object_index");
        int script = fields.indexOf("script_id");
        int line = fields.indexOf("line");
        int column = fields.indexOf("column");
        if (object < 0 || script < 0 || line < 0 || column < 0) {
            json.skipChildren();
            return;
        }
        long[] row = new long[fields.size()];
        while (nextRow(json, row)) {
            positions.add((int) (row[object] / meta.nodeFields().size()), (int) row[script], (int) row[line], (int)
                    row[column]);
        }
    }

    private void readFunctions(JsonParser json) throws IOException {
        List<String> fields = meta == null ? List.of() : meta.traceFunctionFields();
        int name = fields.indexOf("name");
        int script = fields.indexOf("script_name");
        if (name < 0 || script < 0) {
            json.skipChildren();
            return;
        }
        long[] row = new long[fields.size()];
        while (nextRow(json, row)) {
            sites.addFunction((int) row[name], (int) row[script]);
        }
        sites.eachText(text -> {
            if (text >= 0) {
                names.set(text);
            }
        });
    }

    /** A frame is its number, its function, two counters and the array of the frames that it called. */
    private void readFrames(JsonParser json, int caller, int depth) throws IOException {
        int[] frame = new int[2];
        int field = 0;
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.START_ARRAY) {
                if (depth > DEEPEST / 2) {
                    json.skipChildren();
                } else {
                    readFrames(json, frame[0], depth + 1);
                }
                field = 0;
            } else if (token == JsonToken.VALUE_NUMBER_INT) {
                if (field < 2) {
                    frame[field] = json.getIntValue();
                }
                if (field == 1) {
                    sites.addFrame(frame[0], frame[1], caller);
                }
                field = field == 3 ? 0 : field + 1;
            } else {
                throw broken(json, "the tree of its call stacks is damaged");
            }
        }
    }

    private void readStrings(JsonParser json) throws IOException {
        List<String> all = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token != JsonToken.VALUE_STRING) {
                throw broken(json, "its strings hold something else");
            }
            int number = all.size();
            boolean names = this.names.get(number);
            String text = names || data.get(number) && json.getTextLength() <= LONGEST_KEPT ? json.getText() : null;
            if (text != null && !names && !TELLING.matcher(text).matches()) {
                text = null;
            }
            if (text != null && text.length() > LONGEST_KEPT) {
                text = text.substring(0, LONGEST_KEPT);
            }
            all.add(text);
        }
        texts = all.toArray(String[]::new);
    }

    /** Reads the numbers of one row; false at the end of the array. */
    private boolean nextRow(JsonParser json, long[] row) throws IOException {
        for (int field = 0; field < row.length; field++) {
            JsonToken token = json.nextToken();
            if (token == JsonToken.END_ARRAY && field == 0) {
                return false;
            }
            if (token != JsonToken.VALUE_NUMBER_INT) {
                throw broken(json, "'" + part + "' holds something that is no whole number");
            }
            row[field] = json.getLongValue();
        }
        return true;
    }

    private int text(JsonParser json, long number) throws InputException {
        if (number < 0 || number > MOST_TEXTS) {
            throw broken(json, "a name has an impossible number");
        }
        return (int) number;
    }

    private InputException broken(JsonParser json, String why) {
        long at = Math.max(0, json.currentLocation().getByteOffset());
        return new InputException(
                input,
                String.format(Locale.ROOT, "at byte %d", at),
                why,
                "write the snapshot again, and copy it when the process has finished writing");
    }
}
