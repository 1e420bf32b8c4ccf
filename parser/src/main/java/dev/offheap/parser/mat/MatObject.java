package dev.offheap.parser.mat;

import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.HeapObject;
import dev.offheap.parser.graph.HeapType;
import dev.offheap.parser.graph.ValueKind;
import dev.offheap.parser.hprof.BasicType;
import java.lang.reflect.Array;
import java.util.List;
import org.eclipse.mat.snapshot.model.Field;
import org.eclipse.mat.snapshot.model.IArray;
import org.eclipse.mat.snapshot.model.IClass;
import org.eclipse.mat.snapshot.model.IInstance;
import org.eclipse.mat.snapshot.model.IObject;
import org.eclipse.mat.snapshot.model.IObjectArray;
import org.eclipse.mat.snapshot.model.IPrimitiveArray;

/** One object of a snapshot. */
final class MatObject implements HeapObject {
    private final int id;
    private final HeapType type;
    private final MatTypes types;
    private final IObject object;
    private final List<Field> fields;

    MatObject(int id, HeapType type, MatTypes types, IObject object) {
        this.id = id;
        this.type = type;
        this.types = types;
        this.object = object;
        this.fields = object instanceof IInstance instance && !(object instanceof IArray || object instanceof IClass)
                ? instance.getFields()
                : List.of();
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public HeapType type() {
        return type;
    }

    @Override
    public boolean has(String field) {
        return find(field) != null;
    }

    @Override
    public long bits(String field) {
        Field found = find(field);
        if (found == null) {
            throw new IllegalArgumentException(type.name() + " has no field " + field);
        }
        return BasicType.kind(found.getType()) == ValueKind.REFERENCE
                ? types.reference(found.getValue())
                : MatValues.bits(found.getValue());
    }

    @Override
    public int reference(String field) {
        Field found = find(field);
        boolean reference = found != null && BasicType.kind(found.getType()) == ValueKind.REFERENCE;
        return reference ? types.reference(found.getValue()) : HeapGraph.NONE;
    }

    @Override
    public int length() {
        return object instanceof IArray array ? array.getLength() : 0;
    }

    @Override
    public long element(int index) {
        if (index < 0 || index >= length()) {
            throw new IndexOutOfBoundsException("element " + index + " of " + length());
        }
        if (object instanceof IObjectArray array) {
            return types.at(array.getReferenceArray(index, 1)[0]);
        }
        return MatValues.bits(Array.get(((IPrimitiveArray) object).getValueArray(index, 1), 0));
    }

    /** Fields with their values, in the order of {@link HeapType#fields()}. */
    List<Field> fields() {
        return fields;
    }

    /** MAT finds the least derived field of a name; the port wants the most derived, which comes first. */
    private Field find(String name) {
        for (Field field : fields) {
            if (field.getName().equals(name)) {
                return field;
            }
        }
        return null;
    }
}
