package dev.offheap.parser.process;

import java.util.OptionalLong;

/**
 * What the control group of a container says of its memory; bytes, of all processes in it together.
 *
 * @param limit the most it may use; empty when it is not known or there is none
 * @param usage in use, page cache included
 * @param peak the most ever in use
 * @param anonymous of the use, memory without a file
 * @param file of the use, page cache: the kernel takes it back under pressure
 * @param kernel of the use, the kernel's own for this group
 */
public record CgroupMemory(
        OptionalLong limit,
        OptionalLong usage,
        OptionalLong peak,
        OptionalLong anonymous,
        OptionalLong file,
        OptionalLong kernel) {

    /** The same, with what is missing taken from another: each figure may come in a file of its own. */
    public CgroupMemory orElse(CgroupMemory other) {
        return new CgroupMemory(
                either(limit, other.limit),
                either(usage, other.usage),
                either(peak, other.peak),
                either(anonymous, other.anonymous),
                either(file, other.file),
                either(kernel, other.kernel));
    }

    private static OptionalLong either(OptionalLong one, OptionalLong other) {
        return one.isPresent() ? one : other;
    }
}
