package dev.offheap.classifiers.catalog;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Reads catalog files: those that come with the tool, and a user's own. */
public final class CatalogReader {
    private static final String BUNDLED = "/catalog/";

    private static final ObjectReader READER = YAMLMapper.builder()
            .addModule(new Jdk8Module())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(Library.class);

    private CatalogReader() {}

    /** The libraries that come with the tool, from the files that {@code catalog/index} lists; read once. */
    public static Catalog bundled() {
        return Bundled.CATALOG;
    }

    /** Read when it is first asked for: that takes half a second, the longest part of a short run. */
    private static final class Bundled {
        private static final Catalog CATALOG = readBundled();
    }

    private static Catalog readBundled() {
        List<Library> libraries = new ArrayList<>();
        for (String name : bundledNames()) {
            try (InputStream in = CatalogReader.class.getResourceAsStream(BUNDLED + name)) {
                libraries.add(read(name, in.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Catalog(libraries);
    }

    private static List<String> bundledNames() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                CatalogReader.class.getResourceAsStream(BUNDLED + "index"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A user's files: every {@code *.yaml} directly in the folder, in the order of their names.
     *
     * @throws CatalogException when a file is no catalog entry
     */
    public static List<Library> folder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .map(CatalogReader::file)
                    .toList();
        } catch (IOException e) {
            throw new CatalogException(
                    folder + ": cannot be read as a folder of catalog files; pass a folder that exists", e);
        }
    }

    /**
     * One catalog file.
     *
     * @throws CatalogException when it is refused: with file, line and reason
     */
    public static Library file(Path file) {
        try {
            return read(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new CatalogException(file + ": cannot be read (" + e.getMessage() + "); check the path", e);
        }
    }

    static Library read(String name, byte[] yaml) {
        try {
            return READER.readValue(yaml);
        } catch (JsonProcessingException e) {
            throw new CatalogException(describe(name, e, yaml), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String describe(String name, JsonProcessingException e, byte[] yaml) {
        StringBuilder text = new StringBuilder(name);
        line(e, yaml).ifPresent(line -> text.append(" line ").append(line));
        text.append(": ").append(reason(e));
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            text.append(" (in ").append(place(mapping)).append(')');
        }
        return text.toString();
    }

    private static OptionalInt line(JsonProcessingException e, byte[] yaml) {
        OptionalInt ofThePath = e instanceof JsonMappingException mapping
                ? YamlLines.lineOf(pointer(mapping), yaml)
                : OptionalInt.empty();
        JsonLocation at = e.getLocation();
        return ofThePath.isPresent() || at == null ? ofThePath : OptionalInt.of(at.getLineNr());
    }

    private static JsonPointer pointer(JsonMappingException e) {
        JsonPointer pointer = JsonPointer.empty();
        for (JsonMappingException.Reference step : e.getPath()) {
            pointer = step.getFieldName() == null
                    ? pointer.appendIndex(step.getIndex())
                    : pointer.appendProperty(step.getFieldName());
        }
        return pointer;
    }

    private static String reason(JsonProcessingException e) {
        Throwable deepest = e;
        while (deepest.getCause() instanceof IllegalArgumentException cause) {
            deepest = cause;
        }
        String message =
                deepest instanceof JsonProcessingException json ? json.getOriginalMessage() : deepest.getMessage();
        return message.lines().findFirst().orElse("not readable").replaceAll(" \\(class [^)]*\\)", "");
    }

    private static String place(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
