package dev.offheap.classifiers.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.OptionalInt;

/**
 * Where in a YAML text something stands. An entry is put together after all of it was read, so that what an exception
 * says of the place is often the end of the file.
 */
final class YamlLines {
    private static final YAMLFactory YAML = new YAMLFactory();

    private YamlLines() {}

    /** Line, from 1, at which the path starts; empty when it is not there or the text before it is no YAML. */
    static OptionalInt lineOf(JsonPointer path, byte[] yaml) {
        try (JsonParser parser = YAML.createParser(yaml)) {
            while (parser.nextToken() != null) {
                if (parser.getParsingContext().pathAsPointer().equals(path)) {
                    return OptionalInt.of(parser.currentTokenLocation().getLineNr());
                }
            }
        } catch (IOException notReadable) {
            return OptionalInt.empty();
        }
        return OptionalInt.empty();
    }
}
