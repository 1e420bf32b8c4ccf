package dev.offheap.classifiers.owner;

import dev.offheap.parser.graph.HeapGraph;
import dev.offheap.parser.graph.HeapType;
import java.util.List;
import java.util.Set;

/**
 * Which classes are the JDK's own. They hold memory for whoever uses them, so they get no label.
 *
 * <p>Some package names are shared with libraries ({@code com.sun.jna}, {@code javax.servlet}): there the class loader
 * decides.
 */
final class JdkNames {
    private static final List<String> ALWAYS = List.of("java.", "jdk.", "sun.");
    private static final List<String> BY_LOADER =
            List.of("javax.", "com.sun.", "com.oracle.", "org.xml.", "org.w3c.", "org.ietf.", "org.jcp.", "netscape.");
    private static final Set<String> JDK_LOADERS = Set.of(
            "jdk.internal.loader.ClassLoaders$PlatformClassLoader",
            "jdk.internal.loader.ClassLoaders$BootClassLoader",
            "sun.misc.Launcher$ExtClassLoader");
    private static final Set<String> PRIMITIVES =
            Set.of("boolean", "char", "float", "double", "byte", "short", "int", "long");

    private JdkNames() {}

    static boolean isJdk(HeapGraph graph, HeapType type) {
        String name = TypeNames.element(type.name());
        if (PRIMITIVES.contains(name) || startsWithAny(name, ALWAYS)) {
            return true;
        }
        // Proxies of JDK interfaces are made in packages such as com.sun.proxy by the application's loader.
        return startsWithAny(name, BY_LOADER) && (name.startsWith("com.sun.proxy.") || loadedByJdk(graph, type));
    }

    private static boolean loadedByJdk(HeapGraph graph, HeapType type) {
        return type.loader() == HeapGraph.NONE
                || JDK_LOADERS.contains(
                        graph.types().get(graph.typeOf(type.loader())).name());
    }

    private static boolean startsWithAny(String name, List<String> prefixes) {
        return prefixes.stream().anyMatch(name::startsWith);
    }
}
