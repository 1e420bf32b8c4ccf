package dev.offheap.classifiers.owner;

import java.util.OptionalLong;

/** How much of a range of addresses was in memory, from the process maps where there are any. */
public interface Residency {
    /** Without process maps nothing is known. */
    Residency UNKNOWN = new Residency() {
        @Override
        public OptionalLong bytes(long address, long bytes) {
            return OptionalLong.empty();
        }

        @Override
        public boolean isOfFile(long address) {
            return false;
        }
    };

    /** Resident bytes of a range; empty when no map tells or the address is 0, that is unknown. */
    OptionalLong bytes(long address, long bytes);

    /** Whether a file is mapped at the address. */
    boolean isOfFile(long address);
}
