package dev.offheap.parser.node;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.offheap.parser.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** JSON that Node.js wrote, as a tree; also the text that {@code console.log} makes of an object. */
final class NodeJson {
    private static final JsonMapper MAPPER = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(64L << 20)
                            .maxNestingDepth(100)
                            .maxStringLength(1 << 20)
                            .maxNumberLength(40)
                            .build())
                    .build())
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION, StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    private NodeJson() {}

    static JsonNode read(InputStream in, String input, String what) throws IOException {
        try {
            JsonNode tree = MAPPER.readTree(in);
            if (!tree.isObject()) {
                throw new InputException(input, "", "it is no " + what, "pass the file as Node.js wrote it");
            }
            return tree;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new InputException(
                    input, "line " + line, "the " + what + " is cut or damaged", "capture it again, or copy it again");
        }
    }

    /** A whole number of bytes; empty when it is missing, negative or beyond any memory (as "no limit" is written). */
    static OptionalLong bytes(JsonNode node) {
        if (node.isTextual() && node.asText().matches("\\d{1,18}")) {
            return OptionalLong.of(Long.parseLong(node.asText()));
        }
        boolean usable = node.isNumber() && node.asDouble() >= 0 && node.asDouble() < 1e15;
        return usable ? OptionalLong.of(node.asLong()) : OptionalLong.empty();
    }
}
