package dev.offheap.classifiers.formula;

import org.apache.commons.jexl3.JexlArithmetic;

/**
 * What is not there is nothing: null equals 0 and false, so that {@code handle != 0} does not hold for an object that
 * has no such field.
 */
final class LenientArithmetic extends JexlArithmetic {
    LenientArithmetic() {
        super(false);
    }

    @Override
    public boolean equals(Object left, Object right) {
        if (left == null && right != null) {
            return isNothing(right);
        }
        if (right == null && left != null) {
            return isNothing(left);
        }
        return super.equals(left, right);
    }

    private static boolean isNothing(Object value) {
        return value instanceof Number number && number.doubleValue() == 0 || Boolean.FALSE.equals(value);
    }
}
