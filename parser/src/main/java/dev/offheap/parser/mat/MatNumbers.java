package dev.offheap.parser.mat;

import dev.offheap.parser.graph.HeapGraph;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.eclipse.mat.parser.internal.SnapshotImpl;
import org.eclipse.mat.snapshot.model.IClass;

/**
 * Object numbers of MAT and of the port. Both ascend by address, but MAT also numbers what it invented: a boot class
 * loader at address 0, and classes of arrays whose class the dump does not hold.
 */
final class MatNumbers {
    private final int[] invented;
    private final int count;

    private MatNumbers(int[] invented, int count) {
        this.invented = invented;
        this.count = count;
    }

    static MatNumbers of(SnapshotImpl snapshot, Iterable<IClass> classes) {
        int[] inventedClasses = StreamSupport.stream(classes.spliterator(), false)
                .filter(MatNumbers::isInvented)
                .mapToInt(IClass::getObjectId)
                .toArray();
        int bootLoader = snapshot.getIndexManager().o2address().reverse(0);
        int[] invented = inventedClasses;
        if (bootLoader >= 0) {
            invented = Arrays.copyOf(inventedClasses, inventedClasses.length + 1);
            invented[inventedClasses.length] = bootLoader;
        }
        Arrays.sort(invented);
        return new MatNumbers(invented, snapshot.getSnapshotInfo().getNumberOfObjects() - invented.length);
    }

    /** Real classes of arrays have {@code java.lang.Object} above them, invented ones nothing. */
    static boolean isInvented(IClass type) {
        return type.isArrayType() && !type.hasSuperClass();
    }

    int count() {
        return count;
    }

    /** MAT's number of one of the port's objects. */
    int toMat(int object) {
        int number = object;
        for (int other : invented) {
            if (other > number) {
                break;
            }
            number++;
        }
        return number;
    }

    /** The port's number, or {@link HeapGraph#NONE} for what MAT invented or does not know (a negative number). */
    int fromMat(int number) {
        if (number < 0) {
            return HeapGraph.NONE;
        }
        int place = Arrays.binarySearch(invented, number);
        return place >= 0 ? HeapGraph.NONE : number - (-place - 1);
    }
}
