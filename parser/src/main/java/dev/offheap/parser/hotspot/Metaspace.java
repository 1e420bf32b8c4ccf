package dev.offheap.parser.hotspot;

import java.util.OptionalLong;

/**
 * What {@code jcmd PID VM.metaspace} or an error log says of the metaspace, class space included; sizes in bytes.
 *
 * @param loaders class loaders that hold metaspace, where printed
 * @param classes loaded classes, where printed
 * @param used bytes of class metadata
 * @param committed bytes
 */
public record Metaspace(String input, OptionalLong loaders, OptionalLong classes, long used, long committed) {}
