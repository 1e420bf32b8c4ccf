package dev.offheap.reports.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.offheap.parser.InputException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The private file behind masks: the key, and the words that were replaced. Only its owner may read it. */
public final class KeyFile {
    private static final String SCHEMA = "offheap-key/1";
    private static final int KEY_BYTES = 32;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final byte[] key;
    private final Masks masks;

    private KeyFile(Path file, byte[] key, Map<String, String> words) {
        this.file = file;
        this.key = key;
        masks = new Masks(key, words);
    }

    /**
     * Reads a key file, or makes a new key when there is none.
     *
     * @throws InputException when it is something else
     */
    public static KeyFile open(Path file) throws InputException {
        if (!Files.exists(file)) {
            byte[] key = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(key);
            return new KeyFile(file, key, Map.of());
        }
        return read(file);
    }

    /**
     * Reads a key file.
     *
     * @throws InputException when there is none, or it is something else
     */
    public static KeyFile read(Path file) throws InputException {
        String name = file.getFileName().toString();
        try {
            JsonNode tree = JSON.readTree(file.toFile());
            if (!SCHEMA.equals(tree.path("schema").asText())) {
                throw new InputException(name, "", "it is no key file", "name the file that --redact-key wrote");
            }
            Map<String, String> words = new HashMap<>();
            tree.path("names")
                    .properties()
                    .forEach(entry -> words.put(entry.getKey(), entry.getValue().asText()));
            return new KeyFile(file, Base64.getDecoder().decode(tree.path("key").asText()), words);
        } catch (InputException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException(
                    name, "", "it cannot be read as a key file", "name the file that --redact-key wrote");
        }
    }

    public Masks masks() {
        return masks;
    }

    /** Writes the key and the words so far, whole or not at all. */
    public synchronized void save() throws IOException {
        ObjectNode tree = JSON.createObjectNode();
        tree.put("schema", SCHEMA);
        tree.put("key", Base64.getEncoder().encodeToString(key));
        ObjectNode names = tree.putObject("names");
        masks.words().forEach(names::put);
        Path unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), ".offheap-", ".tmp", ownerOnly());
        unfinished.toFile().deleteOnExit();
        Files.writeString(unfinished, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n");
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** A text with the words back in place of their masks. */
    public String reveal(String text) {
        Map<String, String> words = masks.words();
        return Masks.FORM
                .matcher(text)
                .replaceAll(match ->
                        words.getOrDefault(match.group(), match.group()).replace("$", "\\$"));
    }
}
