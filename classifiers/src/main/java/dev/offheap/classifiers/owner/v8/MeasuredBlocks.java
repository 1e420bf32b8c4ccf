package dev.offheap.classifiers.owner.v8;

import dev.offheap.classifiers.catalog.MemoryRule;
import dev.offheap.classifiers.owner.NativeBlock;
import dev.offheap.parser.v8.NodeKind;
import dev.offheap.parser.v8.V8Heap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The native memory whose size a snapshot has: ArrayBuffers, what zlib and brotli hold, objects of Node.js.
 *
 * <p>A slab of up to 64 KiB is shared by small buffers (Node's pool): its bytes are divided among those who hold views of
 * it, by the number of their views; the length of a view is not in the file.
 */
final class MeasuredBlocks {
    private static final String DATA = "system / JSArrayBufferData";
    private static final long LARGEST_SLAB = 64 << 10;
    private static final Pattern COMPRESSION =
            Pattern.compile("(?:Deflate|Inflate|DeflateRaw|InflateRaw|Gzip|Gunzip|Unzip|Brotli\\w+|Zstd\\w+)");

    private final Isolate isolate;
    private final V8Heap heap;
    private final Map<Integer, List<Integer>> views = new HashMap<>();
    private final List<V8Block> blocks = new ArrayList<>();

    MeasuredBlocks(Isolate isolate) {
        this.isolate = isolate;
        heap = isolate.heap();
        Map<Integer, Integer> slabs = slabs();
        findViews(slabs);
        for (int node = 0; node < heap.nodeCount(); node++) {
            NodeKind kind = heap.kind(node);
            if ((kind == NodeKind.NATIVE || kind == NodeKind.SYNTHETIC) && heap.selfBytes(node) > 0) {
                add(node, heap.name(node), slabs);
            }
        }
    }

    List<V8Block> blocks() {
        return blocks;
    }

    /** Small ArrayBuffers by their data. */
    private Map<Integer, Integer> slabs() {
        int store = isolate.names().number("backing_store");
        Map<Integer, Integer> slabs = new HashMap<>();
        for (int node = 0; node < heap.nodeCount(); node++) {
            for (int edge = heap.firstEdge(node); edge < heap.firstEdge(node + 1); edge++) {
                if (heap.edgeText(edge) == store
                        && heap.name(heap.target(edge)).equals(DATA)
                        && heap.selfBytes(heap.target(edge)) <= LARGEST_SLAB) {
                    slabs.put(heap.target(edge), node);
                }
            }
        }
        return slabs;
    }

    private void findViews(Map<Integer, Integer> slabs) {
        slabs.values().forEach(slab -> views.put(slab, new ArrayList<>()));
        int buffer = isolate.names().number("buffer");
        for (int node = 0; node < heap.nodeCount(); node++) {
            for (int edge = heap.firstEdge(node); edge < heap.firstEdge(node + 1); edge++) {
                if (heap.edgeText(edge) == buffer) {
                    List<Integer> of = views.get(heap.target(edge));
                    if (of != null) {
                        of.add(node);
                    }
                }
            }
        }
    }

    private void add(int node, String name, Map<Integer, Integer> slabs) {
        if (name.equals(DATA)) {
            List<Integer> sharing = views.getOrDefault(slabs.getOrDefault(node, -1), List.of());
            if (sharing.size() > 1) {
                divide(node, sharing);
            } else {
                add(node, node, bufferPattern(node), V8Block.Kind.BUFFER, heap.selfBytes(node));
            }
        } else if (name.equals("Node / zlib_memory")) {
            addCompression(node);
        } else if (name.startsWith("Node / ")) {
            add(node, node, "objects of Node.js", V8Block.Kind.HANDLE, heap.selfBytes(node));
        }
    }

    private void divide(int data, List<Integer> sharing) {
        Map<Character, List<Integer>> byLabel = new HashMap<>();
        for (int view : sharing) {
            byLabel.computeIfAbsent(isolate.holders().label(view), label -> new ArrayList<>())
                    .add(view);
        }
        long bytes = heap.selfBytes(data);
        long left = bytes;
        int viewsLeft = sharing.size();
        for (List<Integer> group : byLabel.values()) {
            viewsLeft -= group.size();
            long share = viewsLeft == 0 ? left : bytes * group.size() / sharing.size();
            left -= share;
            add(data, group.get(0), "slices of pooled buffers", V8Block.Kind.BUFFER, share);
        }
    }

    private String bufferPattern(int data) {
        int buffer = isolate.holders().parent(data);
        if (buffer >= 0) {
            if (heap.name(buffer).equals("SharedArrayBuffer")) {
                return "SharedArrayBuffers";
            }
            int holder = isolate.holders().parent(buffer);
            if (holder >= 0 && heap.name(holder).matches("(?:WebAssembly\\.|system / Wasm)?Memory(?:Object)?")) {
                return "WebAssembly memory";
            }
        }
        return "ArrayBuffers";
    }

    private void addCompression(int node) {
        String stream = "";
        for (int at = isolate.holders().parent(node);
                at >= 0 && stream.isEmpty();
                at = isolate.holders().parent(at)) {
            if (heap.kind(at) == NodeKind.OBJECT
                    && COMPRESSION.matcher(heap.name(at)).matches()) {
                stream = heap.name(at);
            } else if (heap.name(at).startsWith("Node / Brotli")) {
                stream = heap.name(at).contains("Encoder") || heap.name(at).contains("Compression")
                        ? "BrotliCompress"
                        : "Brotli";
            }
        }
        boolean brotli = stream.startsWith("Brotli");
        String pattern = brotli
                ? "brotli contexts"
                : stream.startsWith("Inflate") || stream.equals("Gunzip") || stream.equals("Unzip")
                        ? "inflate contexts"
                        : stream.startsWith("Zstd")
                                ? "zstd contexts"
                                : stream.isEmpty() ? "zlib contexts" : "deflate contexts";
        add(node, node, pattern, brotli ? V8Block.Kind.BROTLI : V8Block.Kind.ZLIB, heap.selfBytes(node));
    }

    /** @param carrier the node whose holder owns the bytes */
    private void add(int node, int carrier, String pattern, V8Block.Kind kind, long bytes) {
        blocks.add(new V8Block(
                isolate,
                carrier,
                pattern,
                heap.name(node),
                NativeBlock.measured(carrier, Optional.empty(), Optional.of(pattern), bytes, MemoryRule.Space.C_HEAP),
                kind));
    }
}
