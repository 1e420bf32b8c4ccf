package dev.offheap.parser.process;

import java.util.List;
import java.util.OptionalLong;

/**
 * {@code /proc/PID/status}; sizes in bytes, empty where the kernel does not print them.
 *
 * @param pids of the process: as the capturing side sees it first, then inside its containers
 * @param rss resident bytes
 * @param peakRss the most that was ever resident
 * @param rssAnonymous of the resident bytes, those without a file
 * @param rssFile of the resident bytes, those of mapped files; the kernel can take them back
 * @param rssShared of the resident bytes, shared memory
 * @param virtual mapped bytes
 * @param threads number of threads, of the JVM or not
 */
public record ProcessStatus(
        String input,
        List<Long> pids,
        OptionalLong rss,
        OptionalLong peakRss,
        OptionalLong rssAnonymous,
        OptionalLong rssFile,
        OptionalLong rssShared,
        OptionalLong swap,
        OptionalLong virtual,
        OptionalLong threads) {
    public ProcessStatus {
        pids = List.copyOf(pids);
    }
}
