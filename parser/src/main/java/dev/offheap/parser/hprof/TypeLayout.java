package dev.offheap.parser.hprof;

import dev.offheap.parser.graph.HeapType;
import dev.offheap.parser.graph.ReferenceStrength;
import dev.offheap.parser.graph.ValueKind;
import java.util.List;
import java.util.Set;

/**
 * Where the values of a class's instance fields are in the file.
 *
 * @param bytes of all field values
 * @param references offsets of the reference fields
 * @param held which of these hold what they refer to, see {@link ReferenceStrength}
 * @param allHeld whether all do
 * @param weakReferent which of them is the referent of a weak, phantom or final reference, or -1
 */
record TypeLayout(int bytes, int[] references, boolean[] held, boolean allHeld, int weakReferent) {
    private static final String REFERENCE = "java.lang.ref.Reference";
    private static final Set<String> KEEPING_NOTHING_ALIVE =
            Set.of("java.lang.ref.WeakReference", "java.lang.ref.PhantomReference", "java.lang.ref.FinalReference");

    /**
     * Computes a layout.
     *
     * @param fields in the order of their values
     * @param lineage names of the class and those above it
     */
    static TypeLayout of(List<HeapType.Field> fields, List<String> lineage, int identifierBytes) {
        int count = (int) fields.stream()
                .filter(field -> field.kind() == ValueKind.REFERENCE)
                .count();
        boolean weak = lineage.stream().anyMatch(KEEPING_NOTHING_ALIVE::contains);
        int[] references = new int[count];
        boolean[] held = new boolean[count];
        boolean allHeld = true;
        int weakReferent = -1;
        int offset = 0;
        int slot = 0;
        for (HeapType.Field field : fields) {
            if (field.kind() == ValueKind.REFERENCE) {
                references[slot] = offset;
                held[slot] = ReferenceStrength.holds(field);
                allHeld &= held[slot];
                boolean referent =
                        field.name().equals("referent") && field.declaredBy().equals(REFERENCE);
                weakReferent = weak && referent ? slot : weakReferent;
                slot++;
            }
            offset += field.kind().bytes(identifierBytes);
        }
        return new TypeLayout(offset, references, held, allHeld, weakReferent);
    }
}
