package dev.offheap.parser.hprof;

/** Numbers that the format gives to its records, from {@code hprof_b_spec.h} and {@code heapDumper.cpp} of the JDK. */
final class Tag {
    static final int STRING = 0x01;
    static final int LOAD_CLASS = 0x02;
    static final int CONTROL_SETTINGS = 0x0e;
    static final int HEAP_DUMP = 0x0c;
    static final int HEAP_DUMP_SEGMENT = 0x1c;
    static final int HEAP_DUMP_END = 0x2c;

    static final int ROOT_UNKNOWN = 0xff;
    static final int ROOT_JNI_GLOBAL = 0x01;
    static final int ROOT_JNI_LOCAL = 0x02;
    static final int ROOT_JAVA_FRAME = 0x03;
    static final int ROOT_NATIVE_STACK = 0x04;
    static final int ROOT_STICKY_CLASS = 0x05;
    static final int ROOT_THREAD_BLOCK = 0x06;
    static final int ROOT_MONITOR_USED = 0x07;
    static final int ROOT_THREAD_OBJECT = 0x08;
    static final int CLASS_DUMP = 0x20;
    static final int INSTANCE_DUMP = 0x21;
    static final int OBJECT_ARRAY_DUMP = 0x22;
    static final int PRIMITIVE_ARRAY_DUMP = 0x23;

    private Tag() {}

    /** Whether a byte begins a part of a heap that only Android's runtime writes. */
    static boolean isAndroid(int tag) {
        return tag >= 0x89 && tag <= 0x90 || tag == 0xc3 || tag == 0xfe;
    }

    /** Whether a byte is the tag of a record (not of what a heap dump record is made of). */
    static boolean isRecord(int tag) {
        return tag >= STRING && tag <= CONTROL_SETTINGS || tag == HEAP_DUMP_SEGMENT || tag == HEAP_DUMP_END;
    }
}
