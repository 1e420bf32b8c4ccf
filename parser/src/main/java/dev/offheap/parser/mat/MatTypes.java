package dev.offheap.parser.mat;

import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.HeapType;
import dev.offheap.parser.graph.ReferenceStrength;
import dev.offheap.parser.graph.ValueKind;
import dev.offheap.parser.hprof.BasicType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.mat.parser.internal.SnapshotImpl;
import org.eclipse.mat.snapshot.model.Field;
import org.eclipse.mat.snapshot.model.FieldDescriptor;
import org.eclipse.mat.snapshot.model.IClass;
import org.eclipse.mat.snapshot.model.ObjectReference;

/** The classes of a snapshot as the port shows them: by number of their class object, then those that have none. */
final class MatTypes {
    private final SnapshotImpl snapshot;
    private final MatNumbers numbers;
    private final List<IClass> classes = new ArrayList<>();
    private final Map<Integer, Integer> indexes = new HashMap<>();
    private final List<HeapType> types = new ArrayList<>();
    private final boolean[] exact;

    MatTypes(SnapshotImpl snapshot, MatNumbers numbers, Collection<IClass> all) {
        this.snapshot = snapshot;
        this.numbers = numbers;
        classes.addAll(all);
        classes.sort(Comparator.comparing(MatNumbers::isInvented).thenComparing(IClass::getObjectId));
        for (int index = 0; index < classes.size(); index++) {
            indexes.put(classes.get(index).getObjectId(), index);
        }
        int invented = (int) classes.stream().filter(MatNumbers::isInvented).count();
        exact = new boolean[classes.size()];
        for (int index = 0; index < classes.size(); index++) {
            HeapType type = type(index, invented);
            types.add(type);
            exact[index] = type.fields().stream().allMatch(ReferenceStrength::holds);
        }
    }

    List<HeapType> all() {
        return types;
    }

    HeapType get(int index) {
        return types.get(index);
    }

    IClass mat(int index) {
        return classes.get(index);
    }

    /** The type that a class object of MAT's stands for. */
    int index(int matNumberOfClass) {
        return indexes.getOrDefault(matNumberOfClass, HeapGraph.NONE);
    }

    /** Whether all fields of a type hold what they refer to, so that its fields need not be looked at one by one. */
    boolean holdsByAllFields(int index) {
        return exact[index];
    }

    private HeapType type(int index, int inventedClasses) {
        IClass type = classes.get(index);
        String name = type.getName();
        List<HeapType.Field> fields = new ArrayList<>();
        for (IClass each = type; each != null; each = above(each)) {
            for (FieldDescriptor field : each.getFieldDescriptors()) {
                fields.add(new HeapType.Field(field.getName(), BasicType.kind(field.getType()), each.getName()));
            }
        }
        int instances = type.getNumberOfObjects();
        if (name.equals(IClass.JAVA_LANG_CLASS)) {
            instances -= inventedClasses;
        } else if (name.equals(IClass.JAVA_LANG_CLASSLOADER)) {
            instances--; // the boot class loader that MAT invents
        }
        return new HeapType(
                index,
                name,
                type.hasSuperClass() ? index(type.getSuperClassId()) : HeapGraph.NONE,
                numbers.fromMat(type.getObjectId()),
                numbers.fromMat(type.getClassLoaderId()),
                List.copyOf(fields),
                type.getStaticFields().stream().map(this::value).toList(),
                elements(type),
                instances);
    }

    private IClass above(IClass type) {
        return type.hasSuperClass() ? classes.get(index(type.getSuperClassId())) : null;
    }

    private HeapType.StaticField value(Field field) {
        ValueKind kind = BasicType.kind(field.getType());
        long bits = kind == ValueKind.REFERENCE ? reference(field.getValue()) : MatValues.bits(field.getValue());
        return new HeapType.StaticField(field.getName(), kind, bits);
    }

    /** What a reference refers to, or {@link HeapGraph#NONE}. */
    int reference(Object reference) {
        return reference == null ? HeapGraph.NONE : at(((ObjectReference) reference).getObjectAddress());
    }

    int at(long address) {
        return address == 0
                ? HeapGraph.NONE
                : numbers.fromMat(snapshot.getIndexManager().o2address().reverse(address));
    }

    private static Optional<ValueKind> elements(IClass type) {
        if (!type.isArrayType()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (type.getName()) {
                    case "boolean[]" -> ValueKind.BOOLEAN;
                    case "char[]" -> ValueKind.CHAR;
                    case "float[]" -> ValueKind.FLOAT;
                    case "double[]" -> ValueKind.DOUBLE;
                    case "byte[]" -> ValueKind.BYTE;
                    case "short[]" -> ValueKind.SHORT;
                    case "int[]" -> ValueKind.INT;
                    case "long[]" -> ValueKind.LONG;
                    default -> ValueKind.REFERENCE;
                });
    }
}
