package dev.offheap.parser.hprof;

import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.HeapType;
import dev.offheap.parser.graph.ValueKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The classes of a dump: first those that it describes, by number of their class object, then what stands in for
 * classes that it should describe and does not.
 */
final class TypeTable {
    private static final String UNKNOWN_CLASS = "unknown";

    private final AddressMap objects;
    private final NameTable names;
    private final int identifierBytes;
    private final List<ClassDump> dumps;
    private final AddressIndex byAddress;
    private final List<String> typeNames = new ArrayList<>();
    private final List<List<HeapType.Field>> fields = new ArrayList<>();
    private final List<TypeLayout> layouts = new ArrayList<>();
    /** What arrays of each type hold, null for other types. */
    private final ValueKind[] elements;

    private final int[] primitiveArrays = new int[BasicType.LAST_PRIMITIVE + 1];
    private final int unknownArray;
    private final int unknownClass;
    private final int classOfClasses;

    TypeTable(FirstPass found, AddressMap objects, int identifierBytes) {
        this.objects = objects;
        this.names = found.names();
        this.identifierBytes = identifierBytes;
        this.dumps = new ArrayList<>(found.classes());
        dumps.sort(Comparator.comparingInt(dump -> objects.objectAt(dump.address())));
        byAddress = new AddressIndex(dumps.size());
        for (int type = 0; type < dumps.size(); type++) {
            byAddress.put(dumps.get(type).address(), type);
            typeNames.add(name(dumps.get(type), found.classNames()));
        }
        elements = new ValueKind[dumps.size()];
        for (int type = 0; type < dumps.size(); type++) {
            describe(type);
            elements[type] = ClassNames.elements(typeNames.get(type)).orElse(null);
        }
        for (int type = BasicType.FIRST_PRIMITIVE; type <= BasicType.LAST_PRIMITIVE; type++) {
            String name = ClassNames.arrayOf(BasicType.kind(type));
            int known = typeNames.indexOf(name);
            primitiveArrays[type] = known < 0 && found.hasArraysOf(type) ? standIn(name) : known;
        }
        unknownArray = standIn(ClassNames.arrayOf(ValueKind.REFERENCE));
        unknownClass = standIn(UNKNOWN_CLASS);
        int named = typeNames.indexOf("java.lang.Class");
        classOfClasses = named < 0 ? unknownClass : named;
    }

    private String name(ClassDump dump, Map<Long, Long> classNames) {
        Long name = classNames.get(dump.address());
        return name == null
                ? "unknown-name@0x" + Long.toHexString(dump.address())
                : ClassNames.inSource(names.get(name));
    }

    private int standIn(String name) {
        typeNames.add(name);
        fields.add(List.of());
        layouts.add(TypeLayout.of(List.of(), List.of(), identifierBytes));
        return typeNames.size() - 1;
    }

    private void describe(int type) {
        List<HeapType.Field> all = new ArrayList<>();
        List<String> lineage = new ArrayList<>();
        Set<Integer> seen = new HashSet<>(); // a damaged dump may have a class above itself
        for (int each = type; each != HeapGraph.NONE && seen.add(each); each = above(each)) {
            String declaredBy = typeNames.get(each);
            lineage.add(declaredBy);
            for (ClassDump.Field field : dumps.get(each).fields()) {
                all.add(new HeapType.Field(names.get(field.name()), field.kind(), declaredBy));
            }
        }
        fields.add(List.copyOf(all));
        layouts.add(TypeLayout.of(all, lineage, identifierBytes));
    }

    private int above(int type) {
        return byAddress.get(dumps.get(type).superclass());
    }

    int count() {
        return typeNames.size();
    }

    /** Number of classes that the dump describes; types from here on stand in for missing ones. */
    int described() {
        return dumps.size();
    }

    ClassDump dump(int type) {
        return dumps.get(type);
    }

    TypeLayout layout(int type) {
        return layouts.get(type);
    }

    /** Type of the instances of a class; an unknown one when that is missing, or one of arrays. */
    int ofInstances(long classAddress) {
        int type = byAddress.get(classAddress);
        return type == HeapGraph.NONE || elements[type] != null ? unknownClass : type;
    }

    /** Type of an array of references; an unknown one when its class is missing, or none of such arrays. */
    int ofArrays(long classAddress) {
        int type = byAddress.get(classAddress);
        return type == HeapGraph.NONE || elements[type] != ValueKind.REFERENCE ? unknownArray : type;
    }

    /** Type of an array of primitive values, by the format's number of their type. */
    int ofPrimitiveArrays(int type) {
        return primitiveArrays[type];
    }

    /** Layouts by type. */
    TypeLayout[] layouts() {
        return layouts.toArray(TypeLayout[]::new);
    }

    /** Type of class objects. */
    int ofClasses() {
        return classOfClasses;
    }

    /** The class a class object stands for, or {@link HeapGraph#NONE} for other objects. */
    int standsFor(int object) {
        int low = 0;
        int high = dumps.size() - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int found = objects.objectAt(dumps.get(middle).address());
            if (found == object) {
                return middle;
            } else if (found < object) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return HeapGraph.NONE;
    }

    /**
     * The types as the port shows them; stand-ins at the end that nothing needed are left out.
     *
     * @param instances number of objects by type
     */
    List<HeapType> types(int[] instances) {
        int last = typeNames.size();
        while (last > dumps.size() && instances[last - 1] == 0) {
            last--;
        }
        List<HeapType> types = new ArrayList<>();
        for (int type = 0; type < last; type++) {
            types.add(type < dumps.size() ? type(type, instances[type]) : standIn(type, instances[type]));
        }
        return List.copyOf(types);
    }

    private HeapType type(int type, int instances) {
        ClassDump dump = dumps.get(type);
        List<HeapType.StaticField> statics = new ArrayList<>();
        for (ClassDump.Static field : dump.statics()) {
            long bits = field.kind() == ValueKind.REFERENCE ? objects.objectAt(field.bits()) : field.bits();
            statics.add(new HeapType.StaticField(names.get(field.name()), field.kind(), bits));
        }
        String name = typeNames.get(type);
        return new HeapType(
                type,
                name,
                above(type),
                objects.objectAt(dump.address()),
                objects.objectAt(dump.loader()),
                fields.get(type),
                List.copyOf(statics),
                ClassNames.elements(name),
                instances);
    }

    private HeapType standIn(int type, int instances) {
        String name = typeNames.get(type);
        return new HeapType(
                type,
                name,
                HeapGraph.NONE,
                HeapGraph.NONE,
                HeapGraph.NONE,
                List.of(),
                List.of(),
                type == unknownArray ? Optional.of(ValueKind.REFERENCE) : ClassNames.elements(name),
                instances);
    }
}
