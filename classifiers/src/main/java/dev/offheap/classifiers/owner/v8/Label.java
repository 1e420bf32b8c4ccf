package dev.offheap.classifiers.owner.v8;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Whose code something is.
 *
 * @param copy the package; empty for the application's own code
 * @param path of the script, for the application's own code
 */
record Label(Optional<PackageCopy> copy, String path) {
    /** The label of a script; empty for Node's own, and for code without a file. */
    static Optional<Label> of(String script) {
        String path = path(script);
        if (path.isEmpty() || path.startsWith("node:") || path.startsWith("wasm:")) {
            return Optional.empty();
        }
        Optional<PackageCopy> copy = PackageCopy.of(path);
        if (copy.isPresent()) {
            return Optional.of(new Label(copy, ""));
        }
        boolean file = path.startsWith("/") || path.matches("(?s)[A-Za-z]:/.*") || path.startsWith("webpack:");
        return file ? Optional.of(new Label(Optional.empty(), path)) : Optional.empty();
    }

    /** File URLs as paths, with forward slashes. */
    private static String path(String script) {
        String path = script.replace('\\', '/');
        if (!path.startsWith("file://")) {
            return path;
        }
        try {
            return URLDecoder.decode(path.substring("file://".length()).replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return path.substring("file://".length());
        }
    }

    boolean isApplication() {
        return copy.isEmpty();
    }
}
