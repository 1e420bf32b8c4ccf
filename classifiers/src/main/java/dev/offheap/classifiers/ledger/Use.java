package dev.offheap.classifiers.ledger;

/** What a part of a mapping is used for, as the ledger names it. */
enum Use {
    HEAP("heap", "Java heap"),
    HEAP_VIEWS("heap-views", "Java heap pages counted again (the collector maps them several times)"),
    METASPACE("metaspace", "Metaspace"),
    CLASS_SPACE("class-space", "Compressed class space"),
    CDS("cds", "Class data archive (CDS)"),
    CODE("code", "Code cache"),
    GC("gc", "Garbage collector's tables"),
    JVM_STACKS("stacks.jvm", "Stacks of Java and JVM threads"),
    JVM_OTHER("jvm-other", "Other mappings of the JVM"),
    OTHER_STACKS("stacks.other", "Stacks of other threads"),
    LIBRARY("libraries", "Native libraries"),
    FILE("files", "Mapped files"),
    KERNEL("kernel", "Pages of the kernel"),
    MAIN_ARENA("c-heap", "C heap"),
    ARENA("c-heap", "C heap"),
    MALLOC("c-heap", "C heap"),
    ANONYMOUS("anonymous", "Anonymous memory of unknown use");

    private final String id;
    private final String label;

    Use(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** Id of the ledger line that it counts for. */
    String id() {
        return id;
    }

    String label() {
        return label;
    }

    boolean isCHeap() {
        return id.equals("c-heap");
    }

    /** The use that a category of Native Memory Tracking stands for, of memory that was mapped. */
    static Use ofCategory(String category) {
        return switch (category) {
            case "Java Heap" -> HEAP;
            case "Metaspace" -> METASPACE;
            case "Class" -> CLASS_SPACE;
            case "Shared class space" -> CDS;
            case "Code" -> CODE;
            case "GC", "GCCardSet" -> GC;
            case "Thread Stack", "Thread" -> JVM_STACKS;
            default -> JVM_OTHER;
        };
    }
}
