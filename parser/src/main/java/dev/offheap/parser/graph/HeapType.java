package dev.offheap.parser.graph;

import java.util.List;
import java.util.Optional;

/**
 * A class of the dumped process.
 *
 * @param index position in {@link HeapGraph#types()}
 * @param name as in Java source: {@code java.util.HashMap$Node}, {@code byte[]}, {@code java.lang.String[][]}
 * @param superType index of the superclass, or {@link HeapGraph#NONE}
 * @param classObject the class as an object, or {@link HeapGraph#NONE} where the dump has none
 * @param loader the object that loaded it, or {@link HeapGraph#NONE} for the boot loader
 * @param fields instance fields in the order of the dump: the class's own first, then its superclass's, and so on
 * @param statics static fields with their values
 * @param elements what an array holds; empty for other classes
 * @param instances number of objects of exactly this class
 */
public record HeapType(
        int index,
        String name,
        int superType,
        int classObject,
        int loader,
        List<Field> fields,
        List<StaticField> statics,
        Optional<ValueKind> elements,
        int instances) {

    /**
     * An instance field.
     *
     * @param name as declared
     * @param kind what it holds
     * @param declaredBy name of the class that declares it
     */
    public record Field(String name, ValueKind kind, String declaredBy) {}

    /**
     * A static field.
     *
     * @param bits the value: an object number or {@link HeapGraph#NONE} for references, raw bits of a float or double,
     *     the sign-extended value of other numbers, 0 or 1 of a boolean
     */
    public record StaticField(String name, ValueKind kind, long bits) {}

    public boolean isArray() {
        return elements.isPresent();
    }
}
