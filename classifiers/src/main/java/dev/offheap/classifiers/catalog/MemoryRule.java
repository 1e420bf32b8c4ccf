package dev.offheap.classifiers.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.offheap.classifiers.formula.Formula;
import java.util.List;
import java.util.Optional;

/**
 * Objects that carry native memory. Exactly one of {@code buffers}, {@code bytes}, {@code model}, {@code limit} and
 * {@code present} says how much.
 *
 * @param pattern how the report calls it, for example {@code pooled chunks}
 * @param type class whose instances (and those of its subclasses) carry the memory; relative to each copy when the
 *     library is relocatable
 * @param where only those for which this holds
 * @param buffers a direct buffer, or a list of them, that is this object's own memory even without a cleaner
 * @param items parts of the carrier that have memory each: {@code bytes} and {@code address} are formulas over a part then
 * @param bytes bytes of native memory, read from fields
 * @param model what one such object is known to cost
 * @param limit the most it can be, in bytes, where only a configured bound is known
 * @param present true when nothing is known of the size: objects are counted
 * @param address start of the memory, where a field has it: the same range is then never counted twice
 * @param space which memory it is; decides where the ledger shows it
 * @param owner whether the library owns the memory or whoever holds the object
 * @param heldBy the object to ask for the holder of; the carrier itself when left out
 */
public record MemoryRule(
        @JsonProperty(required = true) String pattern,
        @JsonProperty(value = "class", required = true) String type,
        Optional<Formula> where,
        Optional<Formula> buffers,
        Optional<Formula> items,
        Optional<Formula> bytes,
        Optional<Model> model,
        Optional<Formula> limit,
        boolean present,
        Optional<Formula> address,
        Space space,
        OwnedBy owner,
        Optional<Formula> heldBy) {
    public MemoryRule {
        where = Lists.orEmpty(where);
        buffers = Lists.orEmpty(buffers);
        items = Lists.orEmpty(items);
        bytes = Lists.orEmpty(bytes);
        model = Lists.orEmpty(model);
        limit = Lists.orEmpty(limit);
        address = Lists.orEmpty(address);
        space = space == null ? Space.C_HEAP : space;
        owner = owner == null ? OwnedBy.LIBRARY : owner;
        heldBy = Lists.orEmpty(heldBy);
        long ways =
                List.of(buffers.isPresent(), bytes.isPresent(), model.isPresent(), limit.isPresent(), present).stream()
                        .filter(given -> given)
                        .count();
        if (ways != 1) {
            throw new IllegalArgumentException("'" + pattern
                    + "' must have exactly one of buffers, bytes, model, limit and present, but has " + ways);
        }
    }

    /**
     * Known cost of one object, in bytes, with the range that was measured.
     *
     * @param source where the figures come from
     */
    public record Model(
            @JsonProperty(required = true) Formula low,
            @JsonProperty(required = true) Formula typical,
            @JsonProperty(required = true) Formula high,
            @JsonProperty(required = true) String source) {}

    /** Which memory a rule is about. */
    public enum Space {
        /** {@code malloc} by native code; Native Memory Tracking does not see it. */
        C_HEAP,
        /** {@code Unsafe.allocateMemory} and kin: category Other of Native Memory Tracking. */
        UNSAFE,
        /** A file mapped into memory. */
        MAPPED,
        /** A thread's stack. */
        STACK
    }

    /** Who owns what a rule finds. */
    public enum OwnedBy {
        LIBRARY,
        HOLDER
    }
}
