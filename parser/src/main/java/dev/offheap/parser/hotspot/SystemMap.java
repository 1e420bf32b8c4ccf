package dev.offheap.parser.hotspot;

import dev.offheap.parser.nmt.NmtRegion;
import dev.offheap.parser.process.ProcessMap;
import java.util.List;

/**
 * {@code jcmd PID System.map}: the process map with resident sizes, and for each mapping what the JVM uses it for.
 *
 * @param map as {@code smaps} would give it, without shares of shared pages
 * @param regions the mappings that the JVM knows, by the names that Native Memory Tracking gives them; empty when
 *     tracking was off
 */
public record SystemMap(ProcessMap map, List<NmtRegion> regions) {
    public SystemMap {
        regions = List.copyOf(regions);
    }
}
