package dev.offheap.parser.graph;

/**
 * A root of garbage collection.
 *
 * @param object what is kept alive
 * @param kind why
 * @param thread the thread object a stack frame or thread-local belongs to, or {@link HeapGraph#NONE}
 */
public record HeapRoot(int object, Kind kind, int thread) {
    /** Why an object is a root. */
    public enum Kind {
        JNI_GLOBAL,
        JNI_LOCAL,
        JAVA_FRAME,
        NATIVE_STACK,
        SYSTEM_CLASS,
        THREAD_BLOCK,
        MONITOR,
        THREAD,
        UNKNOWN
    }
}
