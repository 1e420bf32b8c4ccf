package dev.offheap.parser.v8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.offheap.parser.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Reads a source map; of the sources themselves, which it may contain, nothing is kept. */
public final class SourceMapReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(256 << 20)
                    .maxNestingDepth(50)
                    .build())
            .build();

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private final String input;
    private final List<String> sources = new ArrayList<>();
    private final IntColumn lines = new IntColumn();
    private final IntColumn columns = new IntColumn();
    private final IntColumn sourceOf = new IntColumn();
    private String script;
    private String root = "";
    private String mappings;

    private SourceMapReader(String input) {
        this.input = input;
        script = input.substring(input.lastIndexOf('/') + 1)
                .replaceFirst("(?:\\.map)?(?:\\.gz)?$", "")
                .replaceFirst("\\.map$", "");
    }

    /** @throws InputException when it is cut or no map of one script */
    public static SourceMap read(InputStream in, String input) throws IOException {
        return new SourceMapReader(input).read(in);
    }

    private SourceMap read(InputStream in) throws IOException {
        JsonParser json = JSON.createParser(in);
        try {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                take(field, json);
            }
        } catch (JsonProcessingException e) {
            throw refused("it is cut or damaged");
        }
        if (mappings == null) {
            throw refused("it has no mappings of its own");
        }
        decode();
        return new SourceMap(script, sources, array(lines), array(columns), array(sourceOf));
    }

    private void take(String field, JsonParser json) throws IOException {
        switch (field) {
            case "file" -> script = json.getText().substring(json.getText().lastIndexOf('/') + 1);
            case "sourceRoot" -> root = json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : "";
            case "mappings" -> mappings = json.getText();
            case "sources" -> {
                if (json.currentToken() != JsonToken.START_ARRAY) {
                    throw refused("its sources are no list");
                }
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    String source = json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : "";
                    sources.add(root.isEmpty() ? source : root.replaceFirst("/?$", "/") + source);
                }
            }
            default -> json.skipChildren();
        }
    }

    /** Base-64 numbers of variable length, each relative to the one before: column, source, line, column, name. */
    private void decode() throws InputException {
        int column = 0;
        int source = 0;
        int at = 0;
        lines.add(0);
        while (at < mappings.length()) {
            char c = mappings.charAt(at);
            if (c == ';') {
                lines.add(columns.size());
                column = 0;
                at++;
            } else if (c == ',') {
                at++;
            } else {
                int fields = 0;
                while (at < mappings.length() && mappings.charAt(at) != ',' && mappings.charAt(at) != ';') {
                    long value = 0;
                    int shift = 0;
                    int digit;
                    do {
                        digit = at < mappings.length() ? DIGITS.indexOf(mappings.charAt(at++)) : -1;
                        if (digit < 0 || shift > 30) {
                            throw refused("its mappings are damaged");
                        }
                        value |= (long) (digit & 31) << shift;
                        shift += 5;
                    } while ((digit & 32) != 0);
                    int number = (int) ((value & 1) == 0 ? value >> 1 : -(value >> 1));
                    column += fields == 0 ? number : 0;
                    source += fields == 1 ? number : 0;
                    fields++;
                }
                if (fields > 1 && (source < 0 || source >= sources.size())) {
                    throw refused("its mappings name a source that is not there");
                }
                columns.add(column);
                sourceOf.add(fields > 1 ? source : -1);
            }
        }
        lines.add(columns.size());
    }

    private static int[] array(IntColumn column) {
        return IntStream.range(0, column.size()).map(column::get).toArray();
    }

    private InputException refused(String why) {
        return new InputException(input, "", why, "pass the map that was made with the script that ran");
    }
}
