package dev.offheap.classifiers.owner;

import dev.offheap.parser.graph.HeapGraph;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Who holds an object. Holders that are alive go before those that are only garbage by now, so that a forgotten copy of
 * a list never takes a buffer from the cache that still has it.
 */
final class Holders {
    private final HolderSearch all;
    private final HolderSearch living;
    private final Reachability alive;

    private Holders(HolderSearch all, HolderSearch living, Reachability alive) {
        this.all = all;
        this.living = living;
        this.alive = alive;
    }

    /**
     * @param all a search from every labelled object
     * @param asked the objects whose holders will be asked for; only when garbage seems to hold one that is alive are
     *     the living searched apart
     */
    static Holders of(
            HolderSearch all,
            Reachability alive,
            List<NativeBlock> asked,
            Function<IntPredicate, HolderSearch> search) {
        boolean contested = asked.stream()
                .flatMapToInt(block -> IntStream.of(block.carrier(), block.holderOf()))
                .anyMatch(object -> {
                    int holder = all.holder(object);
                    return holder != HeapGraph.NONE && alive.reachable(object) && !alive.reachable(holder);
                });
        return new Holders(all, contested ? search.apply(alive::reachable) : all, alive);
    }

    private HolderSearch searchFor(int object) {
        return alive.reachable(object) ? living : all;
    }

    int holder(int object) {
        return searchFor(object).holder(object);
    }

    char label(int object) {
        return searchFor(object).label(object);
    }

    boolean follows(int type) {
        return all.follows(type);
    }
}
