package dev.offheap.classifiers.owner.v8;

import dev.offheap.parser.v8.NodeKind;
import dev.offheap.parser.v8.V8Heap;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A way through the graph in words: each step names the object and the property that leads to the next. */
final class V8Path {
    private static final int LONGEST_SHOWN = 12;
    private static final int LONGEST_NAME = 80;

    /** Names that a programmer chose; anything else may be data, as in an object that maps addresses to carts. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_$#][\\w$]{0,50}|<symbol [\\w$.: -]{1,50}>");

    private final V8Heap heap;
    private final Labels labels;
    private final PackageOwners owners;

    V8Path(V8Heap heap, Labels labels, PackageOwners owners) {
        this.heap = heap;
        this.labels = labels;
        this.owners = owners;
    }

    /** @param label of the holder that the path begins with */
    List<String> describe(List<Integer> path, char label) {
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            if (path.size() > LONGEST_SHOWN && i == LONGEST_SHOWN / 2) {
                int skipped = path.size() - LONGEST_SHOWN;
                steps.add("(" + skipped + " more objects)");
                i += skipped;
            }
            String step =
                    i + 1 < path.size() ? name(path.get(i)) + link(path.get(i), path.get(i + 1)) : name(path.get(i));
            steps.add(i == 0 && label != Labels.NONE ? step + " in " + place(labels.get(label)) : step);
        }
        return steps;
    }

    private String place(Label label) {
        return label.copy()
                .map(copy -> {
                    List<String> outer = copy.nestedIn();
                    return copy.name()
                            + owners.installed()
                                    .versionOf(copy)
                                    .map(version -> " " + version)
                                    .orElse("")
                            + (outer.isEmpty() ? "" : " (the copy in " + String.join(" in ", outer) + ")");
                })
                .orElseGet(() -> owners.ownerOf(label).replaceFirst("^app:", ""));
    }

    private String link(int from, int to) {
        for (int edge = heap.firstEdge(from); edge < heap.firstEdge(from + 1); edge++) {
            if (heap.target(edge) == to) {
                String name = heap.edgeName(edge);
                return switch (heap.edgeKind(edge)) {
                    case PROPERTY, CONTEXT -> NAME.matcher(name).matches() ? "." + name : "[…]";
                    case ELEMENT -> "[]";
                    default -> "";
                };
            }
        }
        return "";
    }

    private String name(int node) {
        String name = heap.name(node);
        NodeKind kind = heap.kind(node);
        if (kind == NodeKind.CLOSURE) {
            return name.isEmpty() ? "function" : "function " + cut(name);
        }
        if (name.isEmpty()) {
            return kind == NodeKind.ARRAY ? "array" : kind.name().toLowerCase(java.util.Locale.ROOT);
        }
        return cut(name.replaceFirst("^system / ", ""));
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }
}
