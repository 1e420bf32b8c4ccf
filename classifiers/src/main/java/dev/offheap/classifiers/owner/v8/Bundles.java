package dev.offheap.classifiers.owner.v8;

import dev.offheap.parser.v8.SourceMap;
import dev.offheap.parser.v8.V8Heap;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scripts that were bundled from many sources: with a source map, a function's place tells which one it came from. */
final class Bundles {
    private final Map<String, SourceMap> byScript = new HashMap<>();

    Bundles(List<SourceMap> maps) {
        maps.forEach(map -> byScript.put(map.script(), map));
    }

    /** The source of a function; the script itself where no map tells. */
    String source(V8Heap heap, int function, String script) {
        SourceMap map = byScript.isEmpty() ? null : byScript.get(script.substring(script.lastIndexOf('/') + 1));
        if (map == null) {
            return script;
        }
        Optional<String> source = heap.position(function).flatMap(place -> map.sourceAt(place.line(), place.column()));
        return source.map(name -> resolve(script, name)).orElse(script);
    }

    /** Paths are relative to the script; bundlers also write {@code webpack://name/./path}. */
    private static String resolve(String script, String source) {
        String path = source.replaceFirst("^webpack:/*(?:[^/]*/)?(?=\\./|\\.\\./|node_modules/|src/)", "");
        String folder = script.replaceFirst("^file://", "").replaceFirst("[^/]*$", "");
        try {
            return path.startsWith("/") || path.startsWith("file:")
                    ? path
                    : Path.of(folder + path).normalize().toString().replace('\\', '/');
        } catch (InvalidPathException odd) {
            return script;
        }
    }
}
