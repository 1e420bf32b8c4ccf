package dev.offheap.classifiers.formula;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.JexlScript;
import org.apache.commons.jexl3.introspection.JexlPermissions;

/**
 * A compiled formula. A field that the object does not have, and everything reached through null, is null; null counts
 * as 0 in sums and equals 0 and false. Numbers are whole (long) unless a decimal constant takes part.
 */
public final class Formula {
    private static final JexlFeatures COMPUTING_ONLY = new JexlFeatures()
            .loops(false)
            .sideEffect(false)
            .sideEffectGlobal(false)
            .newInstance(false)
            .lambda(false)
            .pragma(false)
            .annotation(false)
            .script(false)
            .localVar(false)
            .methodCall(false)
            .structuredLiteral(false)
            .importPragma(false)
            .namespacePragma(false);

    private static final JexlEngine ENGINE = new JexlBuilder()
            .features(COMPUTING_ONLY)
            .permissions(JexlPermissions.RESTRICTED.compose(
                    "dev.offheap.classifiers.formula { +HeapRef {} +HeapFunctions {} }"))
            .namespaces(functions())
            .arithmetic(new LenientArithmetic())
            .strict(false)
            .safe(true)
            .silent(false)
            .cache(0)
            .create();

    /** A field of the same name must not take a function's place in {@code count(...)}. */
    private static final Set<String> FUNCTION_NAMES =
            Stream.of(HeapFunctions.class.getMethods()).map(Method::getName).collect(Collectors.toUnmodifiableSet());

    private final String text;
    private final JexlExpression expression;

    private Formula(String text, JexlExpression expression) {
        this.text = text;
        this.expression = expression;
    }

    private static Map<String, Object> functions() {
        Map<String, Object> functions = new HashMap<>();
        functions.put(null, HeapFunctions.class);
        return functions;
    }

    /**
     * Compiles a formula.
     *
     * @throws IllegalArgumentException when the text is no formula; the message says where and why
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Formula of(String text) {
        Objects.requireNonNull(text);
        try {
            JexlExpression expression = ENGINE.createExpression(text);
            refuseFunctionsAsFields(text, expression);
            return new Formula(text, expression);
        } catch (JexlException e) {
            throw new IllegalArgumentException("'" + text + "' is no formula: " + e.getMessage(), e);
        }
    }

    /** {@code min} is a function, so a field of that name would silently be null. */
    private static void refuseFunctionsAsFields(String text, JexlExpression expression) {
        if (expression instanceof JexlScript script) {
            script.getVariables().stream()
                    .map(path -> path.get(0))
                    .filter(FUNCTION_NAMES::contains)
                    .findFirst()
                    .ifPresent(name -> {
                        throw new IllegalArgumentException(
                                "'" + text + "': " + name + " is a function; write the field as self." + name);
                    });
        }
    }

    /** The names that the formula reads, functions and units of size left out; of a path the first part. */
    public Set<String> names() {
        if (!(expression instanceof JexlScript script)) {
            return Set.of();
        }
        return script.getVariables().stream()
                .map(path -> path.get(0))
                .filter(name -> !Units.BYTES.containsKey(name))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The value for one object, with its fields as names and the object itself as {@code self}. */
    public Object evaluate(HeapRef object) {
        return run(new ObjectScope(object));
    }

    /** The value with the given names only. */
    public Object evaluate(Map<String, ?> names) {
        return run(new NameScope(names));
    }

    private Object run(JexlContext scope) {
        try {
            return expression.evaluate(scope);
        } catch (JexlException e) {
            throw new IllegalStateException("formula '" + text + "' failed: " + e.getMessage(), e);
        }
    }

    public long number(HeapRef object) {
        return HeapFunctions.asLong(evaluate(object));
    }

    public long number(Map<String, ?> names) {
        return HeapFunctions.asLong(evaluate(names));
    }

    public boolean holds(HeapRef object) {
        return truth(evaluate(object));
    }

    public boolean holds(Map<String, ?> names) {
        return truth(evaluate(names));
    }

    private static boolean truth(Object value) {
        return value instanceof Boolean truth ? truth : HeapFunctions.asLong(value) != 0;
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }

    private record ObjectScope(HeapRef object) implements JexlContext {
        @Override
        public Object get(String name) {
            if (name.equals("self")) {
                return object;
            }
            if (FUNCTION_NAMES.contains(name)) {
                return null;
            }
            return Units.BYTES.containsKey(name) ? Units.BYTES.get(name) : object.get(name);
        }

        @Override
        public boolean has(String name) {
            return true;
        }

        @Override
        public void set(String name, Object value) {
            throw new UnsupportedOperationException("formulas change nothing");
        }
    }

    private record NameScope(Map<String, ?> names) implements JexlContext {
        @Override
        public Object get(String name) {
            return Units.BYTES.containsKey(name) ? Units.BYTES.get(name) : names.get(name);
        }

        @Override
        public boolean has(String name) {
            return true;
        }

        @Override
        public void set(String name, Object value) {
            throw new UnsupportedOperationException("formulas change nothing");
        }
    }
}
