package dev.offheap.parser.hotspot;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an error log ({@code hs_err}) or {@code jcmd VM.info} says of the process; sizes in bytes.
 *
 * @param kind which of the two
 * @param jdkVersion for example {@code 17.0.15+6}
 * @param time when it was written
 * @param rss resident bytes
 * @param peakRss the most that was ever resident
 * @param rssAnonymous of the resident bytes, those without a file
 * @param rssFile of the resident bytes, those of mapped files
 * @param cHeap what the C library says of its heap
 */
public record VmInfo(
        String input,
        Kind kind,
        Optional<String> jdkVersion,
        OptionalLong pid,
        Optional<Instant> time,
        OptionalLong rss,
        OptionalLong peakRss,
        OptionalLong rssAnonymous,
        OptionalLong rssFile,
        Optional<CHeap> cHeap) {

    /** Where the text comes from. */
    public enum Kind {
        HS_ERR("hs-err"),
        VM_INFO("vm-info");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** Name in reports. */
        public String id() {
            return id;
        }
    }

    /**
     * The C library's own total, of all that called {@code malloc}: the JVM, JNI libraries and itself.
     *
     * @param outstanding bytes allocated and not freed
     * @param retained free bytes that the allocator keeps; not reduced by trimming; empty on some older JDKs
     * @param wrapped whether the JVM doubts the figure: an old C library counts in 32 bits
     */
    public record CHeap(long outstanding, OptionalLong retained, boolean wrapped) {}
}
