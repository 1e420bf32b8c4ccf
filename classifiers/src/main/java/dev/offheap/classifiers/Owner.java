package dev.offheap.classifiers;

import dev.offheap.parser.RuntimeKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Someone who holds native memory: a library, a part of the JDK, or a package of the application.
 *
 * @param id catalog id, {@code app:<package>}, or {@code unattributed}
 * @param category for grouping, for example {@code network}; {@code application} for the application's own
 * @param version of the library, where the evidence has it
 * @param bytes best single figure; between low and high
 * @param lowBytes what it surely holds
 * @param highBytes what it holds at most
 * @param residentBytes of these, in memory at the time; empty where no process map tells
 * @param share of all owners' bytes, 0 to 1
 * @param objects number of native-backed objects
 * @param natives base names of the library's native files that are loaded
 * @param heldFor others that hold this owner's memory, most bytes first
 */
public record Owner(
        String id,
        String name,
        RuntimeKind runtime,
        String category,
        Risk risk,
        Optional<String> version,
        long bytes,
        long lowBytes,
        long highBytes,
        OptionalLong residentBytes,
        Basis basis,
        double share,
        long objects,
        List<Pattern> patterns,
        List<String> natives,
        List<HeldFor> heldFor,
        List<Proof> evidence) {
    /** Id of the owner that stands for what belongs to nobody by name. */
    public static final String UNATTRIBUTED = "unattributed";

    /** The order in which owners are shown: most bytes, then the highest that they may hold, then the id. */
    public static final Comparator<Owner> MOST_FIRST = Comparator.comparingLong(Owner::bytes)
            .thenComparingLong(Owner::highBytes)
            .reversed()
            .thenComparing(Owner::id);

    public Owner {
        patterns = List.copyOf(patterns);
        natives = List.copyOf(natives);
        heldFor = List.copyOf(heldFor);
        evidence = List.copyOf(evidence);
    }

    /** The same owner when it is known to hold no more than this, in bytes; its other figures follow where they must. */
    public Owner atMost(long most) {
        return with(Math.min(bytes, most), Math.min(lowBytes, most), Math.min(highBytes, most), share);
    }

    /** The same owner with another share of the whole, 0 to 1. */
    Owner withShare(double newShare) {
        return with(bytes, lowBytes, highBytes, newShare);
    }

    private Owner with(long newBytes, long newLowBytes, long newHighBytes, double newShare) {
        return new Owner(
                id,
                name,
                runtime,
                category,
                risk,
                version,
                newBytes,
                newLowBytes,
                newHighBytes,
                residentBytes,
                basis,
                newShare,
                objects,
                patterns,
                natives,
                heldFor,
                evidence);
    }

    /**
     * A way in which an owner holds memory, for example {@code pooled chunks}.
     *
     * @param bytes best single figure; between low and high
     * @param objects how many; 0 when no objects of the heap stand behind it
     */
    public record Pattern(String label, long bytes, long lowBytes, long highBytes, long objects, Basis basis) {}

    /** Bytes of an owner that it holds for another. */
    public record HeldFor(String owner, long bytes) {}
}
