package dev.offheap.classifiers.owner.v8;

import dev.offheap.classifiers.DumpShare;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What the snapshots add to the ledger; bytes as allocated.
 *
 * @param buffers sizes of ArrayBuffers, largest first
 * @param zlibBytes contexts of deflate and inflate
 * @param brotli sizes of what brotli holds
 * @param handleBytes objects of Node.js
 * @param heaps objects on the heaps of V8, one for each isolate, the main one first
 * @param modelled what libraries are modelled to hold, by owner id
 */
public record NativeShare(
        List<Long> buffers,
        long zlibBytes,
        List<Long> brotli,
        long handleBytes,
        List<Long> heaps,
        Map<String, DumpShare.Modelled> modelled) {
    /** No snapshot. */
    public static final NativeShare NONE = new NativeShare(List.of(), 0, List.of(), 0, List.of(), Map.of());

    public NativeShare {
        buffers = List.copyOf(buffers);
        brotli = List.copyOf(brotli);
        heaps = List.copyOf(heaps);
        modelled = Collections.unmodifiableMap(new TreeMap<>(modelled));
    }

    static NativeShare of(List<V8Block> blocks, List<Long> heaps, Function<V8Block, String> ownerName) {
        List<Long> buffers = new ArrayList<>();
        List<Long> brotli = new ArrayList<>();
        long zlib = 0;
        long handles = 0;
        Map<String, DumpShare.Modelled> modelled = new TreeMap<>();
        for (V8Block block : blocks) {
            long bytes = block.memory().bytes();
            switch (block.kind()) {
                case BUFFER -> buffers.add(bytes);
                case ZLIB -> zlib += bytes;
                case BROTLI -> brotli.add(bytes);
                case HANDLE -> handles += bytes;
                case RULE ->
                    modelled.merge(
                            block.memory().owner().orElse(PackageOwners.NODE),
                            new DumpShare.Modelled(
                                    ownerName.apply(block),
                                    block.memory().lowBytes(),
                                    bytes,
                                    block.memory().highBytes()),
                            (one, other) -> new DumpShare.Modelled(
                                    one.name(),
                                    one.low() + other.low(),
                                    one.typical() + other.typical(),
                                    one.high() + other.high()));
            }
        }
        buffers.sort(Collections.reverseOrder());
        return new NativeShare(buffers, zlib, brotli, handles, heaps, modelled);
    }
}
