package dev.offheap.parser;

/** What kind of process left the files behind. */
public enum RuntimeKind {
    JVM,
    NODE
}
