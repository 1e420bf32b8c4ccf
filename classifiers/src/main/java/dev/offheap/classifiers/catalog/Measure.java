package dev.offheap.classifiers.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.offheap.classifiers.formula.Formula;
import java.util.Optional;

/**
 * A figure over all objects of a class.
 *
 * @param type class whose instances, and those of its subclasses, are looked at
 * @param where only those for which this holds
 * @param sum what is added up; without it the objects are counted
 * @param max what the largest is taken of, instead of a sum
 * @param statics true to look at the static fields of the class itself instead of its instances
 * @param reach whether only objects that are, or are not, reachable from a root count
 */
public record Measure(
        @JsonProperty(value = "class", required = true) String type,
        Optional<Formula> where,
        Optional<Formula> sum,
        Optional<Formula> max,
        boolean statics,
        Reach reach) {
    public Measure {
        where = Lists.orEmpty(where);
        sum = Lists.orEmpty(sum);
        max = Lists.orEmpty(max);
        reach = reach == null ? Reach.ANY : reach;
        if (sum.isPresent() && max.isPresent()) {
            throw new IllegalArgumentException("a measure has a sum or a max, not both");
        }
    }

    /** Which objects count. */
    public enum Reach {
        ANY,
        REACHABLE,
        UNREACHABLE
    }
}
