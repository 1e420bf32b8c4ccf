package dev.offheap.parser.hprof;

import dev.offheap.parser.graph.HeapContract;
import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.Progress;
import java.io.IOException;
import java.nio.file.Path;

class HprofHeapTest extends HeapContract {
    @Override
    protected HeapGraph open(Path file, Path temporary, Progress progress) throws IOException {
        return HprofHeap.open(file, temporary, progress);
    }
}
