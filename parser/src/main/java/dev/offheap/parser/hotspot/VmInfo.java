package dev.offheap.parser.hotspot;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an error log ({@code hs_err}) or {@code jcmd VM.info} says of the process; sizes in bytes.
 *
 * @param kind which of the two
 * @param jdkVersion for example {@code 17.0.15+6}
 * @param time when it was written
 * @param memory resident and virtual size
 * @param cHeap what the C library says of its heap
 * @param mallocTunables settings of glibc's allocator from the environment, for example {@code MALLOC_ARENA_MAX=1};
 *     empty when there are none
 * @param preloaded base names of the libraries in {@code LD_PRELOAD}: often another allocator
 * @param libc name and version of the C library
 * @param hugePages which of {@code always}, {@code madvise} and {@code never} the kernel gives transparent huge pages
 * @param container limit and use of the container, where there is one
 * @param physicalMemory of the machine
 * @param heap committed and used bytes of the Java heap
 * @param flags those JVM flags that decide over memory, by name, values as printed
 * @param ranges address ranges that the text names
 * @param limits soft limits of memory that the system sets the process, by name ({@code AS}, {@code DATA}, {@code
 *     STACK}); those that are set
 * @param refused bytes that the system refused, where that ended the process
 */
public record VmInfo(
        String input,
        Kind kind,
        Optional<String> jdkVersion,
        OptionalLong pid,
        Optional<Instant> time,
        ProcessMemory memory,
        Optional<CHeap> cHeap,
        Optional<String> mallocTunables,
        List<String> preloaded,
        Optional<String> libc,
        Optional<String> hugePages,
        Optional<Container> container,
        OptionalLong physicalMemory,
        Optional<JavaHeap> heap,
        Map<String, String> flags,
        List<JvmRange> ranges,
        Map<String, Long> limits,
        OptionalLong refused) {
    public VmInfo {
        limits = Map.copyOf(limits);
        preloaded = List.copyOf(preloaded);
        flags = Map.copyOf(flags);
        ranges = List.copyOf(ranges);
    }

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
     * @param rss resident bytes
     * @param peakRss the most that was ever resident
     * @param anonymous of the resident bytes, those without a file
     * @param file of the resident bytes, those of mapped files
     * @param shared of the resident bytes, shared memory
     * @param virtual mapped bytes
     * @param swapped bytes in swap
     */
    public record ProcessMemory(
            OptionalLong rss,
            OptionalLong peakRss,
            OptionalLong anonymous,
            OptionalLong file,
            OptionalLong shared,
            OptionalLong virtual,
            OptionalLong swapped) {}

    /**
     * The C library's own total, of all that called {@code malloc}: the JVM, JNI libraries and itself.
     *
     * @param outstanding bytes allocated and not freed
     * @param retained free bytes that the allocator keeps; not reduced by trimming; empty on some older JDKs
     * @param wrapped whether the JVM doubts the figure: an old C library counts in 32 bits
     */
    public record CHeap(long outstanding, OptionalLong retained, boolean wrapped) {}

    /**
     * @param limit most bytes the container may use; empty when there is no limit
     * @param usage bytes it used then, all processes and the page cache it caused included
     */
    public record Container(OptionalLong limit, OptionalLong usage, OptionalLong peakUsage) {}

    /** Bytes the collector has committed, and those in use, garbage included. */
    public record JavaHeap(long committed, long used) {}
}
